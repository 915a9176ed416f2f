import type {
  Area,
  BoundaryImport,
  BoundaryImportSummary,
  Contest,
  Election,
  MapAnswer,
  PageOf,
  Party,
  Person,
  Register,
} from '@comitium/contract';
import { queryOptions } from '@tanstack/react-query';
import { fetchWhole } from '../../data/fetch-whole.ts';
import { ProblemError } from '../../data/problem-error.ts';
import { fetchBody, type Query, sendRequest } from '../../data/send-request.ts';

const list = <T>(path: string, query: Query) =>
  queryOptions({
    queryKey: ['set-up', path, query],
    queryFn: ({ signal }) => fetchBody<PageOf<T>>(path, { query: { limit: 100, ...query }, signal }),
  });

const whole = <T>(path: string) =>
  queryOptions({
    queryKey: ['set-up', path],
    queryFn: ({ signal }) => fetchWhole<T>(path, { signal }),
  });

export const electionPath = (election: string, rest = ''): string =>
  `elections/${encodeURIComponent(election)}${rest ? `/${rest}` : ''}`;

export const electionsQuery = () => whole<Election>('elections');
export const registersQuery = () => whole<Register>('registers');

/** The last import of shapes of each level; one may begin elsewhere, such as in a terminal. */
export const boundaryImportsQuery = () => ({
  ...whole<BoundaryImportSummary>('boundary-imports'),
  ...{ staleTime: 0, refetchInterval: 15_000 },
});

/** Asked again until it is over; then it never changes. */
export const boundaryImportQuery = (id: string) =>
  queryOptions({
    queryKey: ['set-up', 'boundary-import', id],
    queryFn: ({ signal }) => fetchBody<BoundaryImport>(`boundary-imports/${id}`, { signal }),
    staleTime: ({ state }) => (state.data && state.data.state !== 'running' ? Number.POSITIVE_INFINITY : 0),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : 500),
  });

export const partiesQuery = (election: string) => whole<Party>(electionPath(election, 'parties'));
/** In the body, because a phone number or an address may be looked for. */
export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['set-up', 'people', q],
    queryFn: ({ signal }) =>
      fetchBody<PageOf<Person>>('people/search', {
        method: 'POST',
        body: { limit: 100, ...(q && { q }) },
        signal,
      }),
  });

export const contestsQuery = (election: string, query: { race: string; area: string; cursor: string }) =>
  list<Contest>(electionPath(election, 'contests'), { ...query, limit: 20 });

/** How the first round of a contest stands. */
export const standingsQuery = (election: string, contest: string) =>
  queryOptions({
    queryKey: ['set-up', 'standings', election, contest],
    queryFn: ({ signal }) =>
      fetchBody<MapAnswer>(electionPath(election, 'map'), { query: { contest }, signal, fresh: true }),
  });

export const areasQuery = (register: string, q: string) => ({
  ...list<Area>(`registers/${encodeURIComponent(register)}/areas`, { q, limit: 20 }),
  enabled: register !== '' && q.length > 1,
});

export interface LoadedElection {
  readonly election: Election;
  /** For If-Match. */
  readonly etag: string;
}

export const electionForEdit = (election: string) =>
  queryOptions({
    queryKey: ['set-up', 'election', election],
    queryFn: async ({ signal }): Promise<LoadedElection> => {
      const answer = await sendRequest<Election>(electionPath(election), { signal });
      if (!answer.ok) throw new ProblemError(answer.error);
      const { body, headers } = answer.value;
      return { election: body, etag: headers.get('etag') ?? `"${body.version}"` };
    },
  });

/** Somebody who sends sheets from an area and all below it, as `GET elections/{e}/assignments` lists him. */
export interface Assignment {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string; readonly contact: string };
  readonly role: string;
  readonly area: { readonly code: string; readonly name: string } | null;
}

export const assignmentsQuery = (election: string, cursor: string) =>
  list<Assignment>(electionPath(election, 'assignments'), { cursor, limit: 50 });
