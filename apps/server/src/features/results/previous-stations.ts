import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ContestFacts, ElectionBook, ElectionFacts } from '../elections/index.ts';
import { lineIdentity } from './previous-results.ts';

/** How the stations of an election voted the time before, where they existed then. */
export interface PreviousStations {
  /** Shares of the valid votes then, in ballot order of now; NaN for a choice that did not stand. */
  find(place: { contest: ContestFacts; stationIndex: number }): Float64Array | undefined;
  /** Takes the place of what was loaded for this election before. */
  load(election: ElectionFacts): Promise<void>;
  /** A sheet of the previous election has changed; `votes` is null where it does not count any more. */
  note(
    elections: { readonly election: ElectionFacts; readonly previous: ElectionFacts },
    sheet: NotedSheet,
  ): void;
}

export interface NotedSheet {
  readonly contestId: string;
  readonly stationId: string;
  /** In ballot order of its own election. */
  readonly votes: readonly number[] | null;
}

export const createPreviousStations = (db: Database, elections: ElectionBook): PreviousStations => {
  /** By contest and station. */
  const shares = new Map<string, Map<number, Float64Array>>();
  const loadOf = async (election: ElectionFacts): Promise<Map<string, Map<number, Float64Array>>> => {
    const found = new Map<string, Map<number, Float64Array>>();
    const previous = election.previousId === null ? null : await elections.find(election.previousId);
    if (previous === null) return found;
    for (const sheet of await readSheets(db, previous)) {
      const place = placeNow({ election, previous }, sheet);
      const then = place === null ? null : sharesOf(place, sheet.votes);
      if (place === null || then === null) continue;
      const ofContest = found.get(place.contest.id) ?? new Map<number, Float64Array>();
      found.set(place.contest.id, ofContest.set(place.stationIndex, then));
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
    note: (both, sheet) => {
      const place = placeNow(both, sheet);
      if (place === null) return;
      const then = sharesOf(place, sheet.votes);
      const ofContest = shares.get(place.contest.id) ?? new Map<number, Float64Array>();
      shares.set(place.contest.id, ofContest);
      if (then === null) ofContest.delete(place.stationIndex);
      else ofContest.set(place.stationIndex, then);
    },
  };
};

const readSheets = async (db: Database, previous: ElectionFacts): Promise<NotedSheet[]> => {
  const { rows } = await sql<NotedSheet>`
    select contest_id as "contestId", station_id as "stationId", votes from sheet
    where election_id = ${previous.id} and status not in ('held', 'rejected')`.execute(db.kysely);
  return rows;
};

interface PlaceNow {
  readonly before: ContestFacts;
  readonly contest: ContestFacts;
  readonly stationIndex: number;
}

/** Where the station of a sheet votes now, in the same race; null where it does not. */
const placeNow = (
  { election, previous }: { election: ElectionFacts; previous: ElectionFacts },
  { contestId, stationId }: Omit<NotedSheet, 'votes'>,
): PlaceNow | null => {
  const before = previous.contest(contestId);
  const code = previous.register.codes[previous.register.find(stationId) ?? -1];
  const stationIndex = code === undefined ? undefined : election.register.find(code);
  if (before === undefined || stationIndex === undefined || !election.register.isStation(stationIndex))
    return null;
  const contest = election.race(before.race.code)?.contestAt(stationIndex);
  return contest === undefined ? null : { before, contest, stationIndex };
};

/** Null where there are no valid votes to have a share of. */
const sharesOf = ({ before, contest }: PlaceNow, votes: NotedSheet['votes']): Float64Array | null => {
  const valid = votes?.reduce((sum, one) => sum + one, 0) ?? 0;
  if (votes === null || valid === 0) return null;
  const then = new Map(before.choices.map((choice, at) => [lineIdentity(choice), (votes[at] ?? 0) / valid]));
  return Float64Array.from(contest.choices, (choice) => then.get(lineIdentity(choice)) ?? Number.NaN);
};
