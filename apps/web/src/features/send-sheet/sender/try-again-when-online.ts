import { onlineManager } from '@tanstack/react-query';
import { queryClient } from '../../../data/query-client.ts';
import { mayHaveSession } from '../../../data/session-token.ts';

const askAgainMs = 15_000;

const refetchFailed = (): void =>
  void queryClient.refetchQueries({ predicate: ({ state }) => state.status === 'error' });

/**
 * Reads that failed without signal are read again when it is back. Phones often say they are connected when nothing
 * gets through, so a session that could not be found is looked for again every now and then.
 */
export const tryAgainWhenOnline = (): void => {
  // The query library believes in a connection until it hears otherwise, also on a page that opened without one.
  onlineManager.setOnline(navigator.onLine);
  window.addEventListener('online', refetchFailed);
  setInterval(() => {
    const unknown = queryClient.getQueryState(['me'])?.status === 'error';
    if (navigator.onLine && unknown && mayHaveSession()) refetchFailed();
  }, askAgainMs);
};
