import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ElectionBook, ElectionFacts } from '../elections/index.ts';
import type { PreviousStations } from './previous-stations.ts';
import type { SheetTable } from './results-schema.ts';
import type { SheetNeighbours } from './sheet-neighbours.ts';
import { takesSheets } from './takes-sheets.ts';

/** Fills the neighbours of the elections that take sheets from what is counted already. */
export const loadNeighbours = async (
  db: Database,
  elections: ElectionBook,
  { neighbours, previous }: { neighbours: SheetNeighbours; previous: PreviousStations },
): Promise<void> => {
  for (const election of await elections.list()) {
    if (!takesSheets(election.state)) continue;
    await previous.load(election);
    await loadElection(db, election, neighbours);
  }
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
