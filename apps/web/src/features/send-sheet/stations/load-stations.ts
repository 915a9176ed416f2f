import type { PageOf } from '@comitium/contract';
import { fetchBody } from '../../../data/send-request.ts';
import type { MyStation } from '../station-state.ts';

/** Somebody assigned to more is a desk, not a correspondent: he searches on the server. */
const pagesAtMost = 5;

export interface StationList {
  readonly stations: readonly MyStation[];
  /** Whether there are more than are listed. */
  readonly more: boolean;
}

export const loadStations = async (
  election: string,
  { q, signal }: { readonly q?: string; readonly signal: AbortSignal },
): Promise<StationList> => {
  const stations: MyStation[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pagesAtMost; page += 1) {
    const answer: PageOf<MyStation> = await fetchBody(
      `elections/${encodeURIComponent(election)}/my-stations`,
      {
        query: { q, limit: 100, cursor },
        signal,
      },
    );
    stations.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return { stations, more: cursor !== null };
};
