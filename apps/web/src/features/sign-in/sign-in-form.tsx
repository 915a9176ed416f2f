import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../ui/problem-notice/problem-notice.tsx';
import { DemoLogins } from './demo-logins.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import classes from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

interface Fields {
  readonly email: string;
  readonly password: string;
}

export const SignInForm = ({ signIn: { busy, problem, signIn } }: { readonly signIn: SignIn }) => {
  const { t } = useTranslation('sign-in');
  const [fields, setFields] = useState<Fields>({ email: '', password: '' });
  const [tried, setTried] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const choose = (email: string): void => {
    setFields({ ...fields, email });
    password.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fields.email.trim() !== '' && fields.password !== '')
      void signIn(fields.email.trim(), fields.password);
  };
  const missing = (field: keyof Fields) =>
    tried && fields[field].trim() === '' ? t(`missing.${field}`) : undefined;
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <ProblemNotice problem={problem} />
      <TextInput
        label={t('email')}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        size="md"
        maxLength={254}
        value={fields.email}
        error={missing('email')}
        onChange={(event) => setFields({ ...fields, email: event.currentTarget.value })}
      />
      <PasswordInput
        ref={password}
        label={t('password')}
        autoComplete="current-password"
        size="md"
        maxLength={256}
        value={fields.password}
        error={missing('password')}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        onChange={(event) => setFields({ ...fields, password: event.currentTarget.value })}
      />
      <Button type="submit" size="lg" loading={busy}>
        {t('submit')}
      </Button>
      <PasskeyButton />
      <DemoLogins chosen={fields.email} onChoose={choose} />
    </form>
  );
};
