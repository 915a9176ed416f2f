import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../data/entry/use-entry.ts';
import { EmailField } from '../../ui/entry/email-field.tsx';
import { PasswordField } from '../../ui/entry/password-field.tsx';
import { PlainProblem } from '../../ui/entry/plain-problem.tsx';
import { DemoLogins } from './demo-logins.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import classes from './sign-in.module.css';

export const PasswordSignIn = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation(['sign-in', 'entry']);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const choose = (chosen: string): void => {
    setEmail(chosen);
    form.current?.querySelector<HTMLInputElement>('[autocomplete="current-password"]')?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (email.trim() !== '' && password !== '')
      void entry.enter('auth/sign-in', { email: email.trim(), password });
  };
  const missingEmail = tried && email.trim() === '' ? t('entry:email.missing') : undefined;
  const missingPassword = tried && password === '' ? t('entry:password.missing') : undefined;
  return (
    <form ref={form} className={classes['form']} onSubmit={submit} noValidate>
      <PlainProblem problem={entry.problem} />
      <EmailField value={email} error={missingEmail} onChange={setEmail} />
      <PasswordField
        kind="current"
        label={t('entry:password.label')}
        value={password}
        error={missingPassword}
        onChange={setPassword}
      />
      <Button type="submit" size="lg" loading={entry.busy}>
        {t('submit')}
      </Button>
      <Link to="/forgot-password" className={classes['small']}>
        {t('forgotten')}
      </Link>
      <PasskeyButton />
      <DemoLogins chosen={email} onChoose={choose} />
    </form>
  );
};
