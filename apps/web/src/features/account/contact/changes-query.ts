import type { IdentityChange } from '@comitium/contract';
import { queryOptions } from '@tanstack/react-query';
import { fetchBody } from '../../../data/send-request.ts';

/** Asked again while one waits, because it is confirmed elsewhere: in a mailbox, on another device. */
export const changesQuery = queryOptions({
  queryKey: ['me', 'changes'],
  queryFn: ({ signal }) => fetchBody<{ items: IdentityChange[] }>('auth/me/changes', { signal }),
  refetchInterval: ({ state }) => (state.data && state.data.items.length > 0 ? 4_000 : false),
});
