import type { Approval, GrantRecord, Invitation, PageOf, Person, PersonSession } from '@comitium/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchBody } from '../../data/send-request.ts';

const pageSize = 30;

/** A list that is read page by page. */
const pages = <T>(path: string) =>
  infiniteQueryOptions({
    queryKey: ['administration', path],
    queryFn: ({ signal, pageParam }) =>
      fetchBody<PageOf<T>>(path, { query: { limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: PageOf<T>) => nextCursor,
  });

/** A number or address somebody looks for goes in the body: addresses of pages and requests are logged. */
export const peopleQuery = (text: string) => {
  const q = text.trim();
  return infiniteQueryOptions({
    queryKey: ['administration', 'people', q],
    queryFn: ({ signal, pageParam }) =>
      fetchBody<PageOf<Person>>('people/search', {
        method: 'POST',
        body: { limit: pageSize, ...(q && { q }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: PageOf<Person>) => nextCursor,
  });
};
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
