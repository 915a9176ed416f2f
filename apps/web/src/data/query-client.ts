import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.ts';

/** A refusal will be refused again; only a broken connection or a server in trouble is worth another try. */
const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof ProblemError && error.status < 500);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      ...{ retry: isWorthRetrying, staleTime: 10_000, refetchOnWindowFocus: false },
      // Without signal a page shall say so, and not wait in silence until there is one.
      ...{ networkMode: 'always', refetchOnReconnect: true },
    },
  },
});
