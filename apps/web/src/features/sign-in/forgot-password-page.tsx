import type { LinkSent as Sent } from '@comitium/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../data/entry/use-send.ts';
import { presentLanguage } from '../../i18n/present-language.ts';
import { EmailField } from '../../ui/entry/email-field.tsx';
import { LinkSent } from '../../ui/entry/link-sent.tsx';
import { PlainProblem } from '../../ui/entry/plain-problem.tsx';
import { useFieldWords } from '../../ui/entry/use-field-words.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import classes from './sign-in.module.css';

export const ForgotPasswordPage = () => {
  const { t } = useTranslation(['sign-in', 'entry']);
  const { busy, problem, send } = useSend();
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const fieldWords = useFieldWords(problem);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === '') return;
    const body = { email: email.trim(), language: presentLanguage() };
    setSent(await send<Sent>('auth/password/forgot', { method: 'POST', body }));
  };
  if (sent !== null) {
    return (
      <PageFrame title={t('forgot.title')}>
        <LinkSent sent={sent}>
          <Link to="/sign-in">{t('title')}</Link>
        </LinkSent>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('forgot.title')} text={t('forgot.text')}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <PlainProblem problem={problem} />
        <EmailField
          value={email}
          error={tried && email.trim() === '' ? t('entry:email.missing') : fieldWords('email')}
          onChange={setEmail}
        />
        <Button type="submit" size="lg" loading={busy}>
          {t('forgot.submit')}
        </Button>
        <Link to="/sign-in" className={classes['small']}>
          {t('forgot.back')}
        </Link>
      </form>
    </PageFrame>
  );
};
