import type { IdentityChange, Me } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../data/entry/use-send.ts';
import { EmailField } from '../../../ui/entry/email-field.tsx';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { useFieldWords } from '../../../ui/entry/use-field-words.ts';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { Toggle } from '../../../ui/toggle/toggle.tsx';
import classes from '../account.module.css';
import { FreshField, freshCodes } from '../fresh-field.tsx';
import { changesQuery } from './changes-query.ts';

interface ChangeEmailProps {
  readonly person: Me;
  readonly onClose: () => void;
}

export const ChangeEmail = ({ person, onClose }: ChangeEmailProps) => {
  const { t } = useTranslation(['account', 'entry']);
  const client = useQueryClient();
  const { busy, problem, send } = useSend();
  const old = person.identities.find(({ kind }) => kind === 'email');
  const [email, setEmail] = useState(old && !old.verified ? old.value : '');
  const [oldUnreachable, setOldUnreachable] = useState(false);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const fieldWords = useFieldWords(problem);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === '') return;
    const body = { email: email.trim(), oldUnreachable, ...(password && { password }) };
    const change = await send<IdentityChange>('auth/me/email', { method: 'POST', body });
    if (change === null) return;
    await client.invalidateQueries({ queryKey: changesQuery.queryKey });
    onClose();
  };
  return (
    <ModalDialog title={old ? t('contact.newEmail') : t('contact.addEmail')} onClose={onClose}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <p className={classes['small']}>{old?.verified ? t('contact.bothText') : t('contact.linkText')}</p>
        <PlainProblem problem={problem} besides={freshCodes} />
        <EmailField
          value={email}
          error={tried && email.trim() === '' ? t('entry:email.missing') : fieldWords('email')}
          onChange={setEmail}
        />
        {old?.verified ? (
          <Toggle checked={oldUnreachable} onChange={setOldUnreachable}>
            {t('contact.oldEmailLost')}
          </Toggle>
        ) : null}
        <FreshField
          problem={problem}
          hasPassword={person.hasPassword}
          value={password}
          onChange={setPassword}
        />
        <div className={classes['row']}>
          <Button type="submit" loading={busy}>
            {t('contact.sendLink')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
