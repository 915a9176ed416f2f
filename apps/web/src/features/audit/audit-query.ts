import type { AuditAlerts, AuditEntry, AuditEntryDetail, PageOf } from '@comitium/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchBody } from '../../data/send-request.ts';
import type { EntryFilter } from './entry-filter.ts';

const pageSize = 50;

export const entriesKey = ['audit', 'entries'] as const;
export const alertsKey = ['audit', 'alerts'] as const;

/** Newest first. */
export const entriesQuery = (filter: EntryFilter) =>
  infiniteQueryOptions({
    queryKey: [...entriesKey, filter],
    queryFn: ({ signal, pageParam }) =>
      fetchBody<PageOf<AuditEntry>>('audit/entries', {
        query: { ...filter, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: PageOf<AuditEntry>) => nextCursor,
  });

/** What an entry changed; entries never change. */
export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'entry', id],
    queryFn: ({ signal }) => fetchBody<AuditEntryDetail>(`audit/entries/${id}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const alertsQuery = queryOptions({
  queryKey: alertsKey,
  queryFn: ({ signal }) => fetchBody<AuditAlerts>('audit/alerts', { signal }),
});
