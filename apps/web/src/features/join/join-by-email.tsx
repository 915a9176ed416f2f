import type { LinkSent as Sent } from '@comitium/contract';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../data/entry/use-send.ts';
import { presentLanguage } from '../../i18n/present-language.ts';
import { EmailField } from '../../ui/entry/email-field.tsx';
import { LinkSent } from '../../ui/entry/link-sent.tsx';
import { NameField } from '../../ui/entry/name-field.tsx';
import { newPasswordError } from '../../ui/entry/new-password-error.ts';
import { PasswordField } from '../../ui/entry/password-field.tsx';
import { PlainProblem } from '../../ui/entry/plain-problem.tsx';
import { useFieldWords } from '../../ui/entry/use-field-words.ts';
import classes from './join.module.css';

export const JoinByEmail = () => {
  const { t } = useTranslation(['join', 'entry']);
  const { busy, problem, send } = useSend();
  const [typed, setTyped] = useState({ name: '', email: '', password: '' });
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const fieldWords = useFieldWords(problem);
  const short = newPasswordError(typed.password);
  const missing = (field: 'name' | 'email') =>
    tried && typed[field].trim() === '' ? t(`entry:${field}.missing`) : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const name = typed.name.trim();
    const email = typed.email.trim();
    if (name === '' || email === '' || short !== undefined) return;
    const body = { name, email, password: typed.password, language: presentLanguage() };
    setSent(await send<Sent>('auth/sign-up', { method: 'POST', body }));
  };
  if (sent !== null) return <LinkSent sent={sent} />;
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <PlainProblem problem={problem} />
      <NameField
        value={typed.name}
        error={missing('name') ?? fieldWords('name')}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <EmailField
        value={typed.email}
        error={missing('email') ?? fieldWords('email')}
        onChange={(email) => setTyped({ ...typed, email })}
      />
      <PasswordField
        kind="new"
        label={t('entry:password.label')}
        value={typed.password}
        error={tried && short ? t(`entry:${short}`) : fieldWords('password')}
        onChange={(password) => setTyped({ ...typed, password })}
      />
      <Button type="submit" size="lg" loading={busy}>
        {t('sendLink')}
      </Button>
    </form>
  );
};
