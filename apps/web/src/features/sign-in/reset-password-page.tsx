import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLinkToken } from '../../data/entry/use-link-token.ts';
import { useSend } from '../../data/entry/use-send.ts';
import { queryClient } from '../../data/query-client.ts';
import { personKey } from '../../data/use-session.ts';
import { LostLink } from '../../ui/entry/lost-link.tsx';
import { newPasswordError } from '../../ui/entry/new-password-error.ts';
import { PasswordField } from '../../ui/entry/password-field.tsx';
import { PlainProblem } from '../../ui/entry/plain-problem.tsx';
import { useFieldWords } from '../../ui/entry/use-field-words.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Notice } from '../../ui/problem-notice/notice.tsx';
import classes from './sign-in.module.css';

export const ResetPasswordPage = () => {
  const { t } = useTranslation(['sign-in', 'entry']);
  const token = useLinkToken();
  const { busy, problem, send } = useSend();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const fieldWords = useFieldWords(problem);
  const short = newPasswordError(password);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (short !== undefined) return;
    const answer = await send('auth/password/reset', { method: 'POST', body: { token, password } });
    if (answer === null) return;
    setDone(true);
    // Every session of the account is over, this browser's among them where it was the same one.
    await queryClient.invalidateQueries({ queryKey: personKey });
  };
  if (token === null || problem?.code === 'link_refused') {
    return (
      <LostLink why={token === null ? 'cut' : 'over'}>
        <Link to="/forgot-password">{t('reset.anew')}</Link>
      </LostLink>
    );
  }
  return (
    <PageFrame title={t('reset.title')} text={done ? undefined : t('reset.text')}>
      {done ? (
        <Notice tone="good" title={t('reset.done')} text={t('reset.doneText')}>
          <Link to="/sign-in">{t('title')}</Link>
        </Notice>
      ) : (
        <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
          <PlainProblem problem={problem} />
          <PasswordField
            kind="new"
            label={t('entry:password.new')}
            value={password}
            error={tried && short ? t(`entry:${short}`) : fieldWords('password')}
            onChange={setPassword}
          />
          <Button type="submit" size="lg" loading={busy}>
            {t('reset.submit')}
          </Button>
        </form>
      )}
    </PageFrame>
  );
};
