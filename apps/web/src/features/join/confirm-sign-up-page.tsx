import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntry } from '../../data/entry/use-entry.ts';
import { useLinkToken } from '../../data/entry/use-link-token.ts';
import { useSession } from '../../data/use-session.ts';
import { LostLink } from '../../ui/entry/lost-link.tsx';
import { PasswordField } from '../../ui/entry/password-field.tsx';
import { PlainProblem } from '../../ui/entry/plain-problem.tsx';
import { SecondFactorStep } from '../../ui/entry/second-factor-step.tsx';
import { useFieldWords } from '../../ui/entry/use-field-words.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import classes from './join.module.css';

/** Where the link of a new account leads: the password once more, so that the one who chose it is the one who reads. */
export const ConfirmSignUpPage = () => {
  const { t } = useTranslation(['join', 'entry']);
  const token = useLinkToken();
  const { person } = useSession();
  const navigate = useNavigate();
  const entry = useEntry();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const fieldWords = useFieldWords(entry.problem);
  const { problem } = entry;
  useEffect(() => {
    // Somebody may be signed in here already, as another person.
    if (confirmed && person !== null && problem === null) void navigate({ to: '/account', replace: true });
  }, [confirmed, person, problem, navigate]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    setConfirmed(false);
    if (password === '') return;
    await entry.enter('auth/sign-up/confirm', { token, password });
    setConfirmed(true);
  };
  if (token === null || problem?.code === 'link_refused') {
    return (
      <LostLink why={token === null ? 'cut' : 'over'}>
        <Link to="/join">{t('anew')}</Link>
        <Link to="/sign-in">{t('signIn')}</Link>
      </LostLink>
    );
  }
  if (entry.asked !== null) return <SecondFactorStep challenge={entry.asked} onCancel={entry.leave} />;
  return (
    <PageFrame title={t('confirm.title')} text={t('confirm.text')}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <PlainProblem problem={problem} />
        <PasswordField
          kind="current"
          label={t('entry:password.label')}
          value={password}
          error={tried && password === '' ? t('entry:password.missing') : fieldWords('password')}
          onChange={setPassword}
        />
        <Button type="submit" size="lg" loading={entry.busy}>
          {t('confirm.submit')}
        </Button>
      </form>
    </PageFrame>
  );
};
