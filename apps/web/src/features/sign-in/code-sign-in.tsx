import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../data/entry/use-entry.ts';
import { usePhoneCode } from '../../data/entry/use-phone-code.ts';
import { PhoneField } from '../../ui/entry/phone-field.tsx';
import { PlainProblem } from '../../ui/entry/plain-problem.tsx';
import { SentCodeForm } from '../../ui/entry/sent-code-form.tsx';
import { useFieldWords } from '../../ui/entry/use-field-words.ts';
import classes from './sign-in.module.css';

/** A number without an account gets one: nobody is told which of the two happened before he has read the code. */
export const CodeSignIn = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation(['sign-in', 'entry']);
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const code = usePhoneCode();
  const fieldWords = useFieldWords(code.problem);
  const ask = (): void => {
    entry.leave();
    void code.ask(phone.trim());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (phone.trim() !== '') ask();
  };
  const { sent } = code;
  if (sent !== null) return <SentCodeForm {...{ entry, code, sent }} submit={t('submit')} onResend={ask} />;
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <PlainProblem problem={code.problem} />
      <PhoneField
        value={phone}
        error={tried && phone.trim() === '' ? t('entry:phone.missing') : fieldWords('phone')}
        onChange={setPhone}
      />
      <Button type="submit" size="lg" loading={code.busy}>
        {t('sendCode')}
      </Button>
    </form>
  );
};
