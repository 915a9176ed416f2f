import type { Me } from '@comitium/contract';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../data/entry/use-send.ts';
import { forgetPerson, forgetSession } from '../../../data/use-session.ts';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { Toggle } from '../../../ui/toggle/toggle.tsx';
import classes from '../account.module.css';
import { FreshField, freshCodes } from '../fresh-field.tsx';

interface DeleteDialogProps {
  readonly person: Me;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

const consequences = ['signedOut', 'rights', 'erased', 'ledger', 'sheets', 'forGood'] as const;

/** Says what follows, and asks for a tick, before anything is deleted. */
export const DeleteDialog = ({ person, onClose, onGone }: DeleteDialogProps) => {
  const { t } = useTranslation('account');
  const { busy, problem, send } = useSend();
  const [sure, setSure] = useState(false);
  const [password, setPassword] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!sure) return;
    const body = password === '' ? {} : { password };
    if ((await send('auth/me/delete', { method: 'POST', body })) === null) return;
    onGone();
    forgetSession();
    await forgetPerson();
  };
  return (
    <ModalDialog title={t('delete.title')} onClose={onClose}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <ul className={classes['bullets']}>
          {consequences.map((what) => (
            <li key={what}>{t(`delete.${what}`)}</li>
          ))}
        </ul>
        <PlainProblem problem={problem} besides={freshCodes} />
        <Toggle checked={sure} onChange={setSure}>
          {t('delete.sure')}
        </Toggle>
        <FreshField
          problem={problem}
          hasPassword={person.hasPassword}
          value={password}
          onChange={setPassword}
        />
        <div className={classes['row']}>
          <Button type="submit" color="red.9" loading={busy} disabled={!sure}>
            {t('delete.submit')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
