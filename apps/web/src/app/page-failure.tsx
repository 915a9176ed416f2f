import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemError } from '../data/problem-error.ts';
import { unreachable } from '../data/read-problem.ts';
import { FailedState } from '../ui/state-message/failed-state.tsx';

/** Each browser has its own words for a script that could not be fetched. */
const missingScript = /dynamically imported module|importing a module script failed|unable to preload/i;

const asFailure = (error: unknown): Error => {
  if (!(error instanceof Error)) return new Error(String(error));
  return missingScript.test(error.message) ? new ProblemError(unreachable()) : error;
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
