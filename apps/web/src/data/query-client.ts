import { QueryClient } from '@tanstack/react-query';
import { isWorthRetrying, waitBeforeRetry } from './retry-query.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      ...{ retry: isWorthRetrying, retryDelay: waitBeforeRetry },
      ...{ staleTime: 10_000, refetchOnWindowFocus: false },
      // Without signal a page shall say so, and not wait in silence until there is one.
      ...{ networkMode: 'always', refetchOnReconnect: true },
    },
  },
});
