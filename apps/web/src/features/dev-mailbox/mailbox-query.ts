import type { Mailbox } from '@comitium/contract';
import { queryOptions } from '@tanstack/react-query';
import { ProblemError } from '../../data/problem-error.ts';
import { fetchBody } from '../../data/send-request.ts';

/** Looked into every two seconds; where there is no mailbox, once is enough. */
export const mailboxQuery = queryOptions({
  queryKey: ['dev-mailbox'],
  queryFn: ({ signal }) => fetchBody<Mailbox>('dev/mailbox', { signal }),
  refetchInterval: ({ state }) => (isGone(state.error) ? false : 2_000),
  retry: false,
});

export const isGone = (error: Error | null): boolean => error instanceof ProblemError && error.status === 404;
