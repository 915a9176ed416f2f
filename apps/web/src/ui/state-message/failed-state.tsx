import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../data/problem-error.ts';
import { useServerWords } from '../problem-notice/use-server-words.ts';
import { TextButton } from '../text-button/text-button.tsx';
import { StateMessage } from './state-message.tsx';

interface FailedStateProps {
  readonly error: Error;
  readonly onRetry?: () => void;
  readonly whole?: boolean;
}

/** What happened, what to do, and the request id to tell whoever runs the server. */
export const FailedState = ({ error, onRetry, whole }: FailedStateProps) => {
  const { t } = useTranslation('ui');
  const words = useServerWords();
  const problem = error instanceof ProblemError ? error.problem : null;
  // What does not exist will not exist a moment later either.
  const isGone = problem?.status === 404;
  // The English sentence that says once more what does not exist helps no reader of another language.
  const said = isGone && words.isTranslated ? undefined : error.message;
  const text = problem?.code === 'unreachable' ? t('state.unreachable') : said;
  return (
    <StateMessage
      role="alert"
      whole={whole}
      title={problem && problem.code !== 'unreachable' ? words.problem(problem) : t('state.failed')}
      text={text}
      note={problem?.requestId ? t('state.requestId', { id: problem.requestId }) : undefined}
    >
      {onRetry && !isGone ? <TextButton onClick={onRetry}>{t('state.retry')}</TextButton> : null}
      {isGone ? <Link to="/">{t('state.home')}</Link> : null}
    </StateMessage>
  );
};
