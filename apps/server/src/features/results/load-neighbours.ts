import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ElectionBook, ElectionFacts } from '../elections/index.ts';
import type { PreviousStations } from './previous-stations.ts';
import type { SheetTable } from './results-schema.ts';
import type { SheetNeighbours } from './sheet-neighbours.ts';
import { takesSheets } from './takes-sheets.ts';

export interface NeighbourLoader {
  /** Every election that takes sheets. */
  loadAll(): Promise<void>;
  /** One that has changed: it may take sheets from now on, or follow another election than before. */
  refresh(id: ElectionFacts['id']): Promise<void>;
}

/** Fills the neighbours of the elections that take sheets from what is counted already, once for each of their versions. */
export const createNeighbourLoader = (
  db: Database,
  elections: ElectionBook,
  { neighbours, previous }: { neighbours: SheetNeighbours; previous: PreviousStations },
): NeighbourLoader => {
  const versions = new Map<string, number>();
  const load = async (election: ElectionFacts): Promise<void> => {
    if (!takesSheets(election.state) || versions.get(election.id) === election.version) return;
    await previous.load(election);
    await loadElection(db, election, neighbours);
    versions.set(election.id, election.version);
  };
  return {
    loadAll: async () => {
      for (const election of await elections.list()) await load(election);
    },
    refresh: async (id) => {
      const election = await elections.find(id);
      // What was read may be of yesterday by the time a request asks: this process keeps nothing for having looked.
      elections.invalidate(id);
      if (election !== null) await load(election);
    },
  };
};

type CountedSheet = Pick<
  SheetTable,
  'contest_id' | 'station_id' | 'votes' | 'rejected' | 'cast_ballots' | 'registered'
>;

const loadElection = async (
  db: Database,
  election: ElectionFacts,
  neighbours: SheetNeighbours,
): Promise<void> => {
  const { rows } = await sql<CountedSheet>`
    select contest_id, station_id, votes, rejected, cast_ballots, registered from sheet
    where election_id = ${election.id} and status not in ('held', 'rejected')`.execute(db.kysely);
  for (const row of rows) {
    const contest = election.contest(row.contest_id);
    const stationIndex = election.register.find(row.station_id);
    if (contest === undefined || stationIndex === undefined) continue;
    const { votes, rejected, registered } = row;
    neighbours.set(
      { election, contest, stationIndex },
      { votes, rejected, cast: row.cast_ballots, registered },
    );
  }
};
