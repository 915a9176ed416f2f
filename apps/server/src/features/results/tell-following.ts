import type { Database } from '../../platform/database/index.ts';
import type { ElectionBook, ElectionFacts } from '../elections/index.ts';
import { createPreviousResults, type PreviousResults } from './previous-results.ts';
import { createPreviousStations, type NotedSheet, type PreviousStations } from './previous-stations.ts';
import { createSeatsBefore, type SeatsBefore } from './seats-before.ts';

/** What this process knows of previous elections. */
export interface Before {
  readonly elections: ElectionBook;
  readonly previous: PreviousResults;
  readonly previousStations: PreviousStations;
  readonly seatsBefore: SeatsBefore;
}

export const createBefore = (db: Database, elections: ElectionBook): Before => ({
  elections,
  previous: createPreviousResults(db, elections),
  previousStations: createPreviousStations(db, elections),
  seatsBefore: createSeatsBefore(db, elections),
});

/** Election id → its sheets as they count now; empty where something else of it has changed. */
export type ChangedElections = ReadonlyMap<string, readonly NotedSheet[]>;

/**
 * An election's figures are also the previous figures of those that follow it: what they know of it is made new as the
 * ledger tells. Answers the elections whose screens show it.
 */
export const tellFollowing = async (
  { elections, previous, previousStations, seatsBefore }: Before,
  changed: ChangedElections,
): Promise<ReadonlySet<string>> => {
  const following = new Set<string>();
  for (const [id, sheets] of changed) {
    previous.forget(id);
    seatsBefore.forget(id);
    for (const follower of await elections.listFollowing(id as ElectionFacts['id'])) {
      following.add(follower);
      if (sheets.length === 0) continue;
      const [election, before] = [await elections.find(follower), await elections.find(id)];
      if (election === null || before === null) continue;
      for (const sheet of sheets) previousStations.note({ election, previous: before }, sheet);
    }
  }
  return following;
};
