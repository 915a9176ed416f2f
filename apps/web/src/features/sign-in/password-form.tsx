import { Button, PasswordInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorsByField } from '../../data/sheets/errors-by-field.ts';
import { Notice } from '../../ui/problem-notice/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice/problem-notice.tsx';
import classes from './sign-in.module.css';
import { usePasswordChange } from './use-password-change.ts';

interface PasswordFormProps {
  /** Of the person, so that password managers know whose password it is. */
  readonly email: string;
  readonly home: string;
}

const fields = ['currentPassword', 'newPassword', 'again'] as const;
type Field = (typeof fields)[number];
const shortest = 10;

export const PasswordForm = ({ email, home }: PasswordFormProps) => {
  const { t } = useTranslation('sign-in');
  const change = usePasswordChange();
  const [typed, setTyped] = useState<Record<Field, string>>({
    currentPassword: '',
    newPassword: '',
    again: '',
  });
  const [tried, setTried] = useState(false);
  // The server calls the new one by the name that it has where accounts are made.
  const refusals = errorsByField(change.problem?.errors ?? [], ['currentPassword', 'password']);
  const wrong: Record<Field, string | undefined> = {
    currentPassword: typed.currentPassword === '' ? t('change.missing') : undefined,
    newPassword: typed.newPassword.length < shortest ? t('change.short') : undefined,
    again: typed.again === typed.newPassword ? undefined : t('change.different'),
  };
  const refused: Record<Field, string | undefined> = {
    currentPassword: refusals.get('currentPassword')?.join(' '),
    newPassword: refusals.get('password')?.join(' '),
    again: undefined,
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fields.some((field) => wrong[field])) return;
    void change.send({ currentPassword: typed.currentPassword, newPassword: typed.newPassword });
  };
  if (change.state === 'done') {
    return (
      <Notice tone="good" title={t('change.done')} text={t('change.doneText')}>
        <Link to={home}>{t('change.goOn')}</Link>
      </Notice>
    );
  }
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <ProblemNotice problem={change.problem} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {fields.map((field) => (
        <PasswordInput
          key={field}
          label={t(`change.${field}`)}
          description={field === 'newPassword' ? t('change.hint') : undefined}
          autoComplete={field === 'currentPassword' ? 'current-password' : 'new-password'}
          size="md"
          maxLength={256}
          value={typed[field]}
          error={(tried ? wrong[field] : undefined) ?? refused[field]}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" size="lg" loading={change.state === 'busy'}>
        {t('change.submit')}
      </Button>
    </form>
  );
};
