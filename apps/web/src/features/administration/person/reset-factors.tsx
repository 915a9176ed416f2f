import type { Person } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { ReasonDialog } from '../../../ui/reason-dialog/reason-dialog.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';

interface ResetFactorsProps {
  readonly person: Person;
  readonly onDone: (words: string) => void;
}

/** For somebody who has lost the telephone and the recovery codes. */
export const ResetFactors = ({ person, onDone }: ResetFactorsProps) => {
  const { t } = useTranslation('administration');
  const change = useChange();
  const [asking, setAsking] = useState(false);
  const reset = async (reason: string): Promise<boolean> => {
    const path = `people/${person.id}/factors/reset`;
    const done = await change.send(path, { method: 'POST', body: { reason }, done: '' });
    if (done !== null) onDone(t('person.factorsReset'));
    return done !== null;
  };
  return (
    <>
      <TextButton onClick={() => setAsking(true)}>{t('person.resetFactors')}</TextButton>
      {asking ? (
        <ReasonDialog
          title={t('person.resetFactorsTitle')}
          text={t('person.resetFactorsText', { name: person.name })}
          action={t('person.resetFactors')}
          needed
          grave
          busy={change.busy}
          problem={change.problem}
          onAct={reset}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};
