import type { Invitation, Role } from '@comitium/contract';
import { languages } from '@comitium/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { ordinaryRoles } from '../../../data/ordinary-roles.ts';
import { useChange } from '../../../data/use-change.ts';
import { holdsRole, useSession } from '../../../data/use-session.ts';
import classes from '../administration.module.css';
import { RoleForm } from '../forms/role-form.tsx';
import { freshFields, problemsOf, roleWish } from '../forms/role-wish.ts';
import { WishDialog } from '../forms/wish-dialog.tsx';
import { contactMember } from './contact-member.ts';

interface InviteDialogProps {
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

const privileged = ['election_administrator', 'platform_administrator'] as const satisfies readonly Role[];

const nameOfLanguage = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

export const InviteDialog = ({ onDone, onClose }: InviteDialogProps) => {
  const { t } = useTranslation('administration');
  const change = useChange();
  const { person } = useSession();
  const [fields, setFields] = useState(freshFields);
  const [contact, setContact] = useState('');
  const [language, setLanguage] = useState<string>('en');
  const [tried, setTried] = useState(false);
  const offered = holdsRole(person, 'platform_administrator')
    ? [...ordinaryRoles, ...privileged]
    : ordinaryRoles;
  const missing = contact.trim() === '';
  const send = async (): Promise<boolean> => {
    setTried(true);
    if (missing || Object.keys(problemsOf(fields)).length > 0) return false;
    const body = { ...roleWish(fields), ...contactMember(contact), language };
    const made = await change.send<Invitation>('invitations', { method: 'POST', body, done: '' });
    if (made !== null) onDone(t(made.state === 'sent' ? 'invitations.sent' : 'invitations.waits'));
    return made !== null;
  };
  const contactError = tried && missing ? t('invitations.contactMissing') : undefined;
  return (
    <WishDialog
      title={t('invitations.title')}
      action={t('invitations.send')}
      change={change}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        label={t('invitations.contact')}
        description={t('invitations.contactHint')}
        value={contact}
        error={contactError ?? fieldError(change.problem, 'email') ?? fieldError(change.problem, 'phone')}
        maxLength={254}
        autoComplete="off"
        onChange={(event) => setContact(event.currentTarget.value)}
      />
      <RoleForm
        offered={offered}
        fields={fields}
        tried={tried}
        problem={change.problem}
        onChange={setFields}
      />
      {fields.role === 'platform_administrator' ? (
        <p className={classes['small']}>{t('invitations.approvalNote')}</p>
      ) : null}
      <NativeSelect
        label={t('invitations.language')}
        value={language}
        data={languages.map((value) => ({ value, label: nameOfLanguage(value) }))}
        onChange={(event) => setLanguage(event.currentTarget.value)}
      />
    </WishDialog>
  );
};
