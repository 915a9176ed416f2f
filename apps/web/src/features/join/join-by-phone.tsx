import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../data/entry/use-entry.ts';
import { usePhoneCode } from '../../data/entry/use-phone-code.ts';
import { NameField } from '../../ui/entry/name-field.tsx';
import { PhoneField } from '../../ui/entry/phone-field.tsx';
import { PlainProblem } from '../../ui/entry/plain-problem.tsx';
import { SentCodeForm } from '../../ui/entry/sent-code-form.tsx';
import { useFieldWords } from '../../ui/entry/use-field-words.ts';
import classes from './join.module.css';

export const JoinByPhone = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation(['join', 'entry']);
  const [typed, setTyped] = useState({ name: '', phone: '' });
  const [tried, setTried] = useState(false);
  const code = usePhoneCode();
  const codeWords = useFieldWords(code.problem);
  const missing = (field: 'name' | 'phone') =>
    tried && typed[field].trim() === '' ? t(`entry:${field}.missing`) : undefined;
  const ask = (): void => {
    entry.leave();
    void code.ask(typed.phone.trim());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (typed.name.trim() !== '' && typed.phone.trim() !== '') ask();
  };
  const { sent } = code;
  if (sent !== null) {
    const name = typed.name.trim();
    return <SentCodeForm {...{ entry, code, sent, name }} submit={t('submit')} onResend={ask} />;
  }
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <PlainProblem problem={code.problem} />
      <NameField
        value={typed.name}
        error={missing('name')}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <PhoneField
        value={typed.phone}
        error={missing('phone') ?? codeWords('phone')}
        onChange={(phone) => setTyped({ ...typed, phone })}
      />
      <Button type="submit" size="lg" loading={code.busy}>
        {t('sendCode')}
      </Button>
    </form>
  );
};
