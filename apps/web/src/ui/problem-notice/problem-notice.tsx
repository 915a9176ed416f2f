import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { Notice } from './notice.tsx';
import { useServerWords } from './use-server-words.ts';

type ShownProblem = Pick<ProblemAnswer, 'code' | 'title' | 'detail' | 'requestId' | 'errors'>;

interface ProblemNoticeProps {
  readonly problem: ShownProblem | null;
  /** Whether to list the single errors; left out where each stands at its field. */
  readonly withErrors?: boolean;
}

/** Why an action was refused, in words, with the request id; announced to screen readers as it appears. */
export const ProblemNotice = ({ problem, withErrors = false }: ProblemNoticeProps) => {
  const { t } = useTranslation('ui');
  const words = useServerWords();
  if (problem === null) return null;
  const { detail, errors } = words.refusal(problem);
  const text = problem.code === 'unreachable' ? t('state.unreachable') : detail;
  const listed = withErrors ? [...new Set(errors.map(({ message }) => message))] : [];
  return (
    <Notice
      tone="bad"
      role="alert"
      title={words.problem(problem)}
      text={text === problem.title || text === listed.join(' ') ? undefined : text}
      note={problem.requestId ? t('state.requestId', { id: problem.requestId }) : undefined}
    >
      {listed.length > 0 ? (
        <ul>
          {listed.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
};
