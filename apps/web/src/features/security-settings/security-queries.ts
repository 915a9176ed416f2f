import type { OwnSessions, SecondFactors } from '@comitium/contract';
import { queryOptions } from '@tanstack/react-query';
import { fetchBody } from '../../data/send-request.ts';

export const factorsQuery = queryOptions({
  queryKey: ['me', 'factors'],
  queryFn: ({ signal }) => fetchBody<SecondFactors>('auth/me/factors', { signal }),
});

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => fetchBody<OwnSessions>('auth/me/sessions', { signal }),
});
