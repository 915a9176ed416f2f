import type { CodeSent } from '@comitium/contract';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCode } from '../../data/entry/read-code.ts';
import { useRemaining } from '../../data/entry/use-remaining.ts';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { codeWords } from './code-words.ts';
import classes from './entry.module.css';
import { PlainProblem } from './plain-problem.tsx';
import { ResendButton } from './resend-button.tsx';

interface CodeFormProps {
  readonly sent: CodeSent;
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  readonly label: string;
  readonly submit: string;
  readonly onCode: (code: string) => void;
  /** Absent where no other code can be asked for. */
  readonly onResend?: () => void;
  /** What else can be done, such as going back. */
  readonly children?: ReactNode;
}

/** The six digits that were sent: typed, pasted with the whole message, or filled in by the phone. */
export const CodeForm = ({ sent, busy, problem, label, submit, ...rest }: CodeFormProps) => {
  const { t } = useTranslation('entry');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRemaining(sent.expiresAt) === 0;
  const wrong = codeWords(problem);
  const begun = useRef<{ readonly challenge: string; readonly problem: ProblemAnswer | null } | null>(null);
  useEffect(() => {
    // With each new code and each refusal, typing begins anew.
    if (begun.current?.challenge === sent.challenge && begun.current.problem === problem) return;
    begun.current = { challenge: sent.challenge, problem };
    input.current?.focus();
    input.current?.select();
  }, [sent.challenge, problem]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (code.length === 6 && !isOver) rest.onCode(code);
  };
  const missing = tried && code.length < 6 ? t('code.missing') : undefined;
  const refused = wrong === null ? undefined : t(wrong.key, { count: wrong.count });
  return (
    <form className={classes['form']} onSubmit={send} noValidate>
      <p>{t('code.sentTo', { to: `\u2068${sent.sentTo.replaceAll(' ', '\u00a0')}\u2069` })}</p>
      <PlainProblem problem={problem} besides={['code_refused']} />
      <TextInput
        ref={input}
        className={classes['code'] ?? ''}
        label={label}
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        size="lg"
        value={code}
        error={isOver ? t('code.tooLate') : (missing ?? refused)}
        onChange={(event) => setCode(readCode(event.currentTarget.value))}
      />
      <Button type="submit" size="lg" loading={busy} disabled={isOver}>
        {submit}
      </Button>
      <div className={classes['row']}>
        {rest.onResend ? <ResendButton at={sent.resendAt} onResend={rest.onResend} /> : null}
        {rest.children}
      </div>
    </form>
  );
};
