import type { Contest, PageOf, Sheet, SheetConflict, SheetDetail } from '@comitium/contract';
import { queryOptions } from '@tanstack/react-query';
import { ProblemError } from '../../data/problem-error.ts';
import { fetchBody, sendRequest } from '../../data/send-request.ts';
import { type SheetTab, tabFilters } from './queue/desk-tabs.ts';

const pathOf = (election: string, rest: string): string =>
  `elections/${encodeURIComponent(election)}/${rest}`;

/** Without the live feed the lists are read again at this pace. */
const refreshMs = 10_000;

interface PageWanted {
  /** Part of a station's code or name. */
  readonly q: string;
  /** Empty for the first page. */
  readonly cursor: string;
}

export const sheetsQuery = (election: string, tab: SheetTab, page: PageWanted) =>
  queryOptions({
    queryKey: ['desk', election, 'sheets', tab, page],
    queryFn: ({ signal }) =>
      fetchBody<PageOf<Sheet>>(pathOf(election, 'results/sheets'), {
        query: { ...tabFilters[tab], ...page, limit: 50 },
        signal,
      }),
    refetchInterval: refreshMs,
  });

/** The open conflicts, the newest first; the list carries all there is to know of each. */
export const conflictsQuery = (election: string, page: PageWanted) =>
  queryOptions({
    queryKey: ['desk', election, 'conflicts', page],
    queryFn: ({ signal }) =>
      fetchBody<PageOf<SheetConflict>>(pathOf(election, 'results/conflicts'), {
        query: { ...page, limit: 50 },
        signal,
      }),
    refetchInterval: refreshMs,
  });

export const conflictQuery = (election: string, id: string) =>
  queryOptions({
    queryKey: ['desk', election, 'conflict', id],
    queryFn: ({ signal }) =>
      fetchBody<SheetConflict>(pathOf(election, `results/conflicts/${encodeURIComponent(id)}`), { signal }),
  });

export interface LoadedSheet extends SheetDetail {
  /** For If-Match. */
  readonly etag: string;
}

export const sheetQuery = (election: string, id: string) =>
  queryOptions({
    queryKey: ['desk', election, 'sheet', id],
    queryFn: async ({ signal }): Promise<LoadedSheet> => {
      const path = pathOf(election, `results/sheets/${encodeURIComponent(id)}`);
      const answer = await sendRequest<SheetDetail>(path, { signal });
      if (!answer.ok) throw new ProblemError(answer.error);
      const { body, headers } = answer.value;
      return { ...body, etag: headers.get('etag') ?? `"${body.sheet.revision}"` };
    },
  });

/** The ballot of a sheet: the names and the order of its choices. */
export const contestQuery = (sheet: Pick<Sheet, 'election' | 'contest'>) =>
  queryOptions({
    queryKey: ['contest', sheet.election, sheet.contest],
    queryFn: ({ signal }) =>
      fetchBody<Contest>(pathOf(sheet.election, `contests/${encodeURIComponent(sheet.contest)}`), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Sheets of the same contest at the stations under the same parent. */
export const siblingsQuery = ({
  election,
  contest,
  parent,
}: {
  election: string;
  contest: string;
  parent: string | null;
}) =>
  queryOptions({
    queryKey: ['desk', election, 'siblings', contest, parent],
    queryFn: ({ signal }) =>
      fetchBody<PageOf<Sheet>>(pathOf(election, 'results/sheets'), {
        query: { area: parent, contest, limit: 50 },
        signal,
      }),
    enabled: parent !== null,
  });
