import { type Basis, bases } from '@comitium/tally';
import { sql } from 'kysely';
import { type Database, inTransaction, type Transaction } from '../../platform/database/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { basisNumber, type SheetTable, type TallyTable } from './results-schema.ts';
import { gatherTallyDeltas, type TallyDelta } from './tally-deltas.ts';

/** A stored total that is not what its sheets add up to. */
export interface RecountDifference {
  readonly race: string;
  readonly area: string;
  readonly basis: Basis;
  readonly figure: string;
  readonly stored: number;
  readonly counted: number;
}

export interface RecountReport {
  readonly election: string;
  readonly sheets: number;
  readonly totals: number;
  readonly differences: readonly RecountDifference[];
}

/** Adds up every sheet anew, on one snapshot of the database, and compares with every stored total. */
export const recount = (db: Database, election: ElectionFacts): Promise<RecountReport> =>
  inTransaction(
    db,
    async (tx) => {
      await sql`set local statement_timeout = '300s'`.execute(tx);
      const counted = await countSheets(tx, election);
      const stored = await readTallies(tx, election);
      return {
        election: election.code,
        sheets: counted.sheets,
        totals: stored.length,
        differences: compare(election, counted.rows, stored),
      };
    },
    { isolation: 'repeatable read', readOnly: true },
  );

type CountedRow = Pick<
  SheetTable,
  'contest_id' | 'station_id' | 'status' | 'votes' | 'rejected' | 'cast_ballots' | 'registered'
>;

const countSheets = async (
  tx: Transaction,
  election: ElectionFacts,
): Promise<{ sheets: number; rows: TallyDelta[] }> => {
  const { rows } = await sql<CountedRow>`
    select contest_id, station_id, status, votes, rejected, cast_ballots, registered from sheet
    where election_id = ${election.id} and status not in ('held', 'rejected')`.execute(tx);
  const deltas = gatherTallyDeltas();
  for (const row of rows) {
    const contest = election.contest(row.contest_id);
    const stationIndex = election.register.find(row.station_id);
    if (contest === undefined || stationIndex === undefined) throw new Error('a sheet has lost its place');
    const { votes, rejected, registered } = row;
    const figures = { votes, rejected, cast: row.cast_ballots, registered };
    deltas.add({ election, contest, stationIndex, before: null, after: { status: row.status, figures } });
  }
  return { sheets: rows.length, rows: deltas.rows() };
};

const readTallies = async (tx: Transaction, election: ElectionFacts): Promise<TallyTable[]> => {
  const races = election.races.map((race) => race.id as string);
  const { rows } = await sql<TallyTable>`select * from tally where race_id = any(${races}::uuid[])`.execute(
    tx,
  );
  return rows;
};

const compare = (
  election: ElectionFacts,
  counted: readonly TallyDelta[],
  stored: readonly TallyTable[],
): RecountDifference[] => {
  const keyOf = (raceId: string, areaId: string, basis: number): string => `${raceId} ${areaId} ${basis}`;
  const rest = new Map(counted.map((row) => [keyOf(row.race.id, row.areaId, row.basis), row]));
  const differences: RecountDifference[] = [];
  for (const row of stored) {
    const key = keyOf(row.race_id, row.area_id, row.basis);
    differences.push(...compareRow(election, row, rest.get(key)));
    rest.delete(key);
  }
  for (const row of rest.values()) differences.push(...compareRow(election, undefined, row));
  return differences;
};

const compareRow = (
  election: ElectionFacts,
  stored: TallyTable | undefined,
  counted: TallyDelta | undefined,
): RecountDifference[] => {
  const race = election.race(stored?.race_id ?? counted?.race.id);
  const area = election.register.find(stored?.area_id ?? counted?.areaId ?? '');
  const basis = bases.find((name) => basisNumber[name] === (stored?.basis ?? counted?.basis));
  const place = {
    race: race?.code ?? '?',
    area: area === undefined ? '?' : (election.register.codes[area] ?? '?'),
    basis: basis ?? 'provisional',
  };
  const width = Math.max(stored?.votes.length ?? 0, counted?.votes.length ?? 0);
  const pairs: [string, number, number][] = [
    ...Array.from({ length: width }, (_, at): [string, number, number] => [
      `votes.${at}`,
      stored?.votes[at] ?? 0,
      counted?.votes[at] ?? 0,
    ]),
    ['rejected', stored?.rejected ?? 0, counted?.rejected ?? 0],
    ['cast', stored?.cast_ballots ?? 0, counted?.cast ?? 0],
    ['registered', stored?.registered ?? 0, counted?.registered ?? 0],
    ['on_register', stored?.on_register ?? 0, counted?.onRegister ?? 0],
    ['stations', stored?.stations ?? 0, counted?.stations ?? 0],
  ];
  return pairs
    .filter(([, inStore, inCount]) => inStore !== inCount)
    .map(([figure, inStore, inCount]) => ({ ...place, figure, stored: inStore, counted: inCount }));
};
