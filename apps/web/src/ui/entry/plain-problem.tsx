import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemaining } from '../../data/entry/use-remaining.ts';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { fieldOfPath } from '../../data/sheets/errors-by-field.ts';
import { Notice } from '../problem-notice/notice.tsx';
import { useWaitWords } from './use-wait-words.ts';

interface PlainProblemProps {
  readonly problem: ProblemAnswer | null;
  /** Codes that stand at their field instead. */
  readonly besides?: readonly string[];
}

/** Errors of these stand beside them, by `useFieldWords`. */
const fields: ReadonlySet<string> = new Set(['phone', 'email', 'name', 'password']);

/** Why joining or signing in was refused, in the reader's language and without a word about whose account exists. */
export const PlainProblem = ({ problem, besides = [] }: PlainProblemProps) => {
  if (problem === null || besides.includes(problem.code)) return null;
  if (problem.errors.length > 0 && problem.errors.every(({ path }) => fields.has(fieldOfPath(path))))
    return null;
  if (problem.retryAfterSeconds !== null && problem.code === 'rate_limited')
    return <Waiting problem={problem} />;
  return <Told problem={problem} />;
};

const Told = ({ problem }: { readonly problem: ProblemAnswer }) => {
  const { t } = useTranslation(['entry', 'ui']);
  const { code, title, detail, requestId } = problem;
  return (
    <Notice
      tone="bad"
      role="alert"
      title={t(`problem.${code}.title`, { defaultValue: title })}
      text={t(`problem.${code}.text`, { defaultValue: detail === title ? '' : detail })}
      note={requestId && problem.status >= 500 ? t('ui:state.requestId', { id: requestId }) : undefined}
    />
  );
};

/** Says once how long to wait, and then that the time is over: a countdown would be read out at every second. */
const Waiting = ({ problem }: { readonly problem: ProblemAnswer }) => {
  const { t } = useTranslation('entry');
  const waitWords = useWaitWords();
  // Another refusal of as many seconds is another problem, and begins anew.
  const { seconds, until } = useMemo(() => waitOf(problem), [problem]);
  const left = useRemaining(until);
  if (left === 0) return <Notice tone="plain" title={t('problem.rate_limited.over')} />;
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t('problem.rate_limited.title')}
      text={t('problem.rate_limited.text', { wait: waitWords(seconds) })}
    />
  );
};

const waitOf = ({
  retryAfterSeconds,
}: ProblemAnswer): { readonly seconds: number; readonly until: number } => {
  const seconds = retryAfterSeconds ?? 0;
  return { seconds, until: Date.now() + seconds * 1000 };
};
