import type { Me } from '@comitium/contract';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import { EmailField } from '../../../ui/entry/email-field.tsx';
import { PhoneField } from '../../../ui/entry/phone-field.tsx';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { useFieldWords } from '../../../ui/entry/use-field-words.ts';
import { Toggle } from '../../../ui/toggle/toggle.tsx';
import classes from '../account.module.css';
import { FreshField, freshCodes } from '../fresh-field.tsx';

export interface NewContact {
  readonly value: string;
  /** The old one cannot be read any more: nothing is sent there. */
  readonly oldUnreachable: boolean;
  readonly password?: string;
}

interface ContactFormProps {
  readonly kind: 'email' | 'phone';
  readonly person: Me;
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  readonly onSend: (contact: NewContact) => Promise<void>;
  readonly onClose: () => void;
}

const words = {
  email: { text: 'contact.linkText', lost: 'contact.oldEmailLost', send: 'contact.sendLink' },
  phone: { text: 'contact.codeText', lost: 'contact.oldPhoneLost', send: 'contact.sendCode' },
} as const;
const fields = { email: EmailField, phone: PhoneField } as const;

/** Another address or number, and the proof that it is the person who asks. */
export const ContactForm = ({ kind, person, busy, problem, onSend, onClose }: ContactFormProps) => {
  const { t } = useTranslation(['account', 'entry']);
  const old = person.identities.find((identity) => identity.kind === kind);
  const [value, setValue] = useState(old && !old.verified ? old.value : '');
  const [oldUnreachable, setOldUnreachable] = useState(false);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const fieldWords = useFieldWords(problem);
  const Field = fields[kind];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (value.trim() === '') return;
    await onSend({ value: value.trim(), oldUnreachable, ...(password && { password }) });
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <p className={classes['small']}>{t(old?.verified ? 'contact.bothText' : words[kind].text)}</p>
      <PlainProblem problem={problem} besides={freshCodes} />
      <Field
        value={value}
        error={tried && value.trim() === '' ? t(`entry:${kind}.missing`) : fieldWords(kind)}
        onChange={setValue}
      />
      {old?.verified ? (
        <Toggle checked={oldUnreachable} onChange={setOldUnreachable}>
          {t(words[kind].lost)}
        </Toggle>
      ) : null}
      <FreshField
        problem={problem}
        hasPassword={person.hasPassword}
        value={password}
        onChange={setPassword}
      />
      <div className={classes['row']}>
        <Button type="submit" loading={busy}>
          {t(words[kind].send)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
