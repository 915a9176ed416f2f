import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { FailedState } from '../ui/state-message/failed-state.tsx';

/** What stands in place of a page whose code could not be fetched or which broke while drawing. */
export const PageFailure = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter();
  const retry = async () => {
    reset();
    await router.invalidate();
  };
  const failure = error instanceof Error ? error : new Error(String(error));
  return <FailedState whole error={failure} onRetry={() => void retry()} />;
};
