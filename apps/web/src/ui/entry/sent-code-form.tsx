import type { CodeSent } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../data/entry/use-entry.ts';
import type { PhoneCode } from '../../data/entry/use-phone-code.ts';
import { CodeForm } from './code-form.tsx';
import classes from './entry.module.css';

interface SentCodeFormProps {
  readonly entry: Entry;
  readonly code: PhoneCode;
  readonly sent: CodeSent;
  /** What the button says. */
  readonly submit: string;
  /** Who it is, where the server does not know yet. */
  readonly name?: string;
  readonly onResend: () => void;
}

/** The code that was sent to a phone is entered, and whoever read it comes in. */
export const SentCodeForm = ({ entry, code, sent, submit, name, onResend }: SentCodeFormProps) => {
  const { t } = useTranslation('entry');
  const enter = (digits: string): void =>
    void entry.enter('auth/phone/sign-in', {
      challenge: sent.challenge,
      code: digits,
      ...(name === undefined ? {} : { name }),
    });
  return (
    <CodeForm
      sent={sent}
      busy={entry.busy || code.busy}
      problem={code.problem ?? entry.problem}
      label={t('code.label')}
      submit={submit}
      onCode={enter}
      onResend={onResend}
    >
      <button type="button" className={classes['quiet']} onClick={code.leave}>
        {t('code.otherNumber')}
      </button>
    </CodeForm>
  );
};
