import type { Person } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { WishDialog } from '../forms/wish-dialog.tsx';

interface CloseAccountProps {
  readonly person: Person;
  readonly onDone: (words: string) => void;
}

/** Nobody is offered to close his own account here: there would be nobody left to notice. */
export const CloseAccount = ({ person, onDone }: CloseAccountProps) => {
  const { t } = useTranslation('administration');
  const change = useChange();
  const [asking, setAsking] = useState(false);
  const close = async (): Promise<boolean> => {
    const closed = await change.send(`people/${person.id}/disable`, { method: 'POST', done: '' });
    if (closed !== null) onDone(t('person.accountClosed'));
    return closed !== null;
  };
  return (
    <>
      <TextButton onClick={() => setAsking(true)}>{t('person.close')}</TextButton>
      {asking ? (
        <WishDialog
          title={t('person.closeTitle')}
          action={t('person.close')}
          change={change}
          onSend={close}
          onClose={() => setAsking(false)}
        >
          <p>{t('person.closeText', { name: person.name })}</p>
        </WishDialog>
      ) : null}
    </>
  );
};
