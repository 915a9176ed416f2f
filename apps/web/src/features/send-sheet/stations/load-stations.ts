import type { PageOf } from '@comitium/contract';
import { fetchBody } from '../../../data/send-request.ts';
import type { MyStation } from '../station-state.ts';

/** Somebody assigned to more is a desk, not a correspondent: he searches on the server. */
const pagesAtMost = 5;

export interface StationList {
  readonly stations: readonly MyStation[];
  /** Whether there are more than are listed. */
  readonly more: boolean;
  /** When the list was asked for, RFC 3339: what happened later it may not know. */
  readonly readAt: string;
}

export const loadStations = async (
  election: string,
  { q, signal }: { readonly q?: string; readonly signal: AbortSignal },
): Promise<StationList> => {
  const stations: MyStation[] = [];
  const readAt = new Date().toISOString();
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
  return { stations, more: cursor !== null, readAt };
};
