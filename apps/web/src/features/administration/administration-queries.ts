import type { Approval, GrantRecord, Invitation, PageOf, Person, PersonSession } from '@comitium/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchBody, type Query } from '../../data/send-request.ts';

const pageSize = 30;

/** A list that is read page by page. */
const pages = <T>(path: string, query: Query = {}) =>
  infiniteQueryOptions({
    queryKey: ['administration', path, query],
    queryFn: ({ signal, pageParam }) =>
      fetchBody<PageOf<T>>(path, { query: { ...query, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: PageOf<T>) => nextCursor,
  });

export const peopleQuery = (q: string) => pages<Person>('people', { q: q.trim() });
export const invitationsQuery = pages<Invitation>('invitations');
export const approvalsQuery = pages<Approval>('approvals');

const of = <T>(path: string) =>
  queryOptions({
    queryKey: ['administration', path],
    queryFn: ({ signal }) => fetchBody<T>(path, { signal }),
  });

export const personQuery = (id: string) => of<Person>(`people/${encodeURIComponent(id)}`);
export const recordsQuery = (id: string) =>
  of<PageOf<GrantRecord>>(`people/${encodeURIComponent(id)}/grants`);
export const sessionsQuery = (id: string) =>
  of<PageOf<PersonSession>>(`people/${encodeURIComponent(id)}/sessions`);
