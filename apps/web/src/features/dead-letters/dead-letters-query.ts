import type { DeadLetter, PageOf } from '@comitium/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchBody } from '../../data/send-request.ts';

export const deadLettersKey = ['dead-letters'] as const;

/** The newest failure first; looked at anew every half minute. */
export const deadLettersQuery = infiniteQueryOptions({
  queryKey: deadLettersKey,
  queryFn: ({ signal, pageParam }) =>
    fetchBody<PageOf<DeadLetter>>('dead-letters', { query: { cursor: pageParam }, signal }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }: PageOf<DeadLetter>) => nextCursor,
  refetchInterval: 30_000,
});
