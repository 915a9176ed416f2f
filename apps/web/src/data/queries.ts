import type { Analysis, Area, Election, Register, Timeline } from '@comitium/contract';
import { queryOptions } from '@tanstack/react-query';
import { takeEarly } from './early/early-answers.ts';
import { fetchWhole } from './fetch-whole.ts';
import { orLastKnown } from './last-known/or-last-known.ts';
import { ProblemError } from './problem-error.ts';
import { readProblem } from './read-problem.ts';
import { fetchBody } from './send-request.ts';

/** One in preparation is shown to its administrators alone. */
const isForAll = ({ state }: Election): boolean => state !== 'setup';

export const electionQuery = (election: string) =>
  queryOptions({
    queryKey: ['election', election],
    queryFn: ({ signal }) =>
      orLastKnown({
        key: ['election', election],
        load: () => fetchBody<Election>(`elections/${encodeURIComponent(election)}`, { signal }),
        mayKeep: isForAll,
      }),
    staleTime: 60_000,
  });

/** What the elections are; how far they have come is told by the live topic `elections`. */
export const electionsQuery = queryOptions({
  queryKey: ['elections'],
  queryFn: ({ signal }) =>
    orLastKnown({
      key: ['elections'],
      load: () => fetchWhole<Election>('elections', { signal }),
      mayKeep: ({ items }) => items.every(isForAll),
    }),
  staleTime: 60_000,
});

export const areaQuery = (register: string, area: string) =>
  queryOptions({
    queryKey: ['area', register, area],
    queryFn: ({ signal }) =>
      orLastKnown({
        key: ['area', register, area],
        load: () =>
          fetchBody<Area>(`registers/${encodeURIComponent(register)}/areas/${encodeURIComponent(area)}`, {
            signal,
          }),
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Every area of a level; for the upper levels only, which are few. */
export const areasOfLevelQuery = (register: string, level: number) =>
  queryOptions({
    queryKey: ['areas', register, level],
    queryFn: async ({ signal }) =>
      (
        await fetchWhole<Area>(`registers/${encodeURIComponent(register)}/areas`, {
          query: { level },
          signal,
        })
      ).items,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A file of shapes; its address holds its hash, so it never changes. */
export const boundariesQuery = (address: string) =>
  queryOptions({
    queryKey: ['boundaries', address],
    queryFn: async ({ signal }): Promise<unknown> => {
      const response = (await takeEarly(address)) ?? (await fetch(address, { signal }));
      if (!response.ok) throw new ProblemError(await readProblem(response));
      return response.json();
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const timelineQuery = (election: string, race: string, area: string | null) =>
  queryOptions({
    queryKey: ['timeline', election, race, area],
    queryFn: ({ signal }) =>
      fetchBody<Timeline>(`elections/${encodeURIComponent(election)}/timeline`, {
        query: { race, area },
        signal,
      }),
    refetchInterval: 60_000,
  });

export const registerQuery = (register: string) =>
  queryOptions({
    queryKey: ['register', register],
    queryFn: ({ signal }) =>
      orLastKnown({
        key: ['register', register],
        load: () => fetchBody<Register>(`registers/${encodeURIComponent(register)}`, { signal }),
      }),
    staleTime: 60_000,
  });

/** Districts worth a look; asked again while somebody looks, because it is no topic of the live feed. */
export const analysisQuery = (election: string, race: string, kind: Analysis['kind']) =>
  queryOptions({
    queryKey: ['analysis', election, race, kind],
    queryFn: ({ signal }) =>
      fetchBody<Analysis>(`elections/${encodeURIComponent(election)}/analysis/${kind}`, {
        query: { race },
        signal,
      }),
    refetchInterval: 15_000,
  });
