import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemError } from '../data/problem-error.ts';
import { unreachable } from '../data/read-problem.ts';
import { FailedState } from '../ui/state-message/failed-state.tsx';
import { isMissingScript } from './is-missing-script.ts';

const asFailure = (error: unknown): Error => {
  if (isMissingScript(error)) return new ProblemError(unreachable());
  return error instanceof Error ? error : new Error(String(error));
};

/** What stands in place of a page whose code could not be fetched or which broke while drawing. */
export const PageFailure = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const retry = async () => {
    reset();
    await router.invalidate();
  };
  return <FailedState whole error={asFailure(error)} onRetry={() => void retry()} />;
};
