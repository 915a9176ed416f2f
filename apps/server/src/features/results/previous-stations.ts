import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ContestFacts, ElectionBook, ElectionFacts } from '../elections/index.ts';
import { lineIdentity } from './previous-results.ts';
import type { SheetTable } from './results-schema.ts';

/** How the stations of an election voted the time before, where they existed then. */
export interface PreviousStations {
  /** Shares of the valid votes then, in ballot order of now; NaN for a choice that did not stand. */
  find(place: { contest: ContestFacts; stationIndex: number }): Float64Array | undefined;
  /** Takes the place of what was loaded for this election before. */
  load(election: ElectionFacts): Promise<void>;
}

export const createPreviousStations = (db: Database, elections: ElectionBook): PreviousStations => {
  /** By contest and station. */
  const shares = new Map<string, Map<number, Float64Array>>();
  const loadOf = async (election: ElectionFacts): Promise<Map<string, Map<number, Float64Array>>> => {
    const found = new Map<string, Map<number, Float64Array>>();
    const previous = election.previousId === null ? null : await elections.find(election.previousId);
    if (previous === null) return found;
    for (const row of await readSheets(db, previous)) {
      const one = sharesOf(election, previous, row);
      if (one === null) continue;
      const ofContest = found.get(one.contest.id) ?? new Map<number, Float64Array>();
      found.set(one.contest.id, ofContest.set(one.stationIndex, one.shares));
    }
    return found;
  };
  return {
    find: ({ contest, stationIndex }) => shares.get(contest.id)?.get(stationIndex),
    load: async (election) => {
      const found = await loadOf(election);
      for (const { id } of election.races.flatMap(({ contests }) => contests)) {
        const ofContest = found.get(id);
        if (ofContest === undefined) shares.delete(id);
        else shares.set(id, ofContest);
      }
    },
  };
};

type PreviousRow = Pick<SheetTable, 'contest_id' | 'station_id' | 'votes'>;

const readSheets = async (db: Database, previous: ElectionFacts): Promise<PreviousRow[]> => {
  const { rows } = await sql<PreviousRow>`
    select contest_id, station_id, votes from sheet
    where election_id = ${previous.id} and status not in ('held', 'rejected')`.execute(db.kysely);
  return rows;
};

const sharesOf = (election: ElectionFacts, previous: ElectionFacts, row: PreviousRow) => {
  const before = previous.contest(row.contest_id);
  const code = previous.register.codes[previous.register.find(row.station_id) ?? -1];
  const stationIndex = code === undefined ? undefined : election.register.find(code);
  const valid = row.votes.reduce((sum, votes) => sum + votes, 0);
  if (before === undefined || stationIndex === undefined || !election.register.isStation(stationIndex))
    return null;
  const contest = election.race(before.race.code)?.contestAt(stationIndex);
  if (contest === undefined || valid === 0) return null;
  const then = new Map(
    before.choices.map((choice, at) => [lineIdentity(choice), (row.votes[at] ?? 0) / valid]),
  );
  const shares = Float64Array.from(contest.choices, (choice) => then.get(lineIdentity(choice)) ?? Number.NaN);
  return { contest, stationIndex, shares };
};
