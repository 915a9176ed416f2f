import { type Fold, foldSheets, type SheetColumns } from '@comitium/tally';
import { sql } from 'kysely';
import type { AreaIndex } from './area-index.ts';
import { unpackIntegers, viewOf } from './packed-array.ts';
import type { PackedRead } from './read-packed.ts';
import type { ContestPlan, RecountPlan } from './recount-plan.ts';

/** Sheets of one contest in one status; `votes` is null where the ballot is empty. */
export interface PackedSheets {
  readonly contest_id: string;
  readonly status: 'accepted' | 'verified' | 'certified';
  readonly width: number;
  readonly sheets: number;
  readonly stations: Buffer;
  readonly votes: Buffer | null;
  readonly rejected: Buffer;
  readonly cast: Buffer;
  readonly registered: Buffer;
}

export const selectSheets =
  ({ electionId }: RecountPlan): PackedRead<PackedSheets>['select'] =>
  (within) =>
    sql<PackedSheets>`
    select contest_id, status, cardinality(votes) as width, count(*)::integer as sheets,
      string_agg(uuid_send(station_id), '') as stations,
      array_send(array_agg(votes) filter (where cardinality(votes) > 0)) as votes,
      array_send(array_agg(rejected)) as rejected, array_send(array_agg(cast_ballots)) as cast,
      array_send(array_agg(registered)) as registered
    from sheet
    where ${within} and election_id = ${electionId} and status not in ('held', 'rejected')
    group by contest_id, status, cardinality(votes)`;

/** In how many bases a sheet counts: in the provisional one, the verified one too, or all three. */
const basesOf: Readonly<Record<PackedSheets['status'], number>> = { accepted: 1, verified: 2, certified: 3 };

/** The counted sheets of a contest, filled part by part. */
export interface ContestSheets {
  add(packed: PackedSheets): void;
  /**
   * The totals of the contest's areas from the sheets that count in the basis (0 provisional, 1 verified, 2 certified);
   * null where none does. Behind the choices stands one column more: the voters of the stations as the register has them.
   */
  fold(basis: number): Fold | null;
}

export interface ContestPlace {
  readonly plan: RecountPlan;
  readonly contest: ContestPlan;
  readonly placeOf: Int32Array;
  readonly index: AreaIndex;
}

type Columns = Omit<SheetColumns, 'parent'> & { readonly bases: Uint8Array };

export const gatherContestSheets = ({ plan, contest, placeOf, index }: ContestPlace): ContestSheets => {
  const { choices } = contest;
  const columns = emptyColumns(contest.stations, choices + 1);
  let sheets = 0;
  return {
    add: (packed) => {
      if (packed.width !== choices) throw new Error(`a sheet of ${contest.id} has ${packed.width} figures`);
      if (sheets + packed.sheets > contest.stations) {
        throw new Error(`contest ${contest.id} has more sheets than stations`);
      }
      fill(columns, packed, sheets);
      const stations = viewOf(packed.stations);
      for (let at = 0; at < packed.sheets; at++) {
        const station = index.at(stations, at * 16);
        if (station === -1) throw new Error('a sheet has lost its place');
        columns.sheetStation[sheets + at] = placeOf[station] ?? -1;
        columns.votes[(sheets + at) * columns.width + choices] = plan.registered[station] ?? 0;
      }
      sheets += packed.sheets;
    },
    fold: (basis) => {
      const rows = rowsIn(columns.bases.subarray(0, sheets), basis);
      return rows.length === 0 ? null : foldSheets({ ...pick(columns, rows), parent: contest.parent });
    },
  };
};

const emptyColumns = (sheets: number, width: number): Columns => ({
  width,
  sheetStation: new Int32Array(sheets),
  votes: new Int32Array(sheets * width),
  rejected: new Int32Array(sheets),
  cast: new Int32Array(sheets),
  registered: new Int32Array(sheets),
  bases: new Uint8Array(sheets),
});

const fill = (columns: Columns, packed: PackedSheets, from: number): void => {
  const { width } = columns;
  if (packed.votes !== null) {
    unpackIntegers(packed.votes, columns.votes, { from: from * width, width: width - 1, stride: width });
  }
  const single = { from, width: 1, stride: 1 };
  unpackIntegers(packed.rejected, columns.rejected, single);
  unpackIntegers(packed.cast, columns.cast, single);
  unpackIntegers(packed.registered, columns.registered, single);
  columns.bases.fill(basesOf[packed.status], from, from + packed.sheets);
};

const rowsIn = (bases: Uint8Array, basis: number): Int32Array => {
  const rows = new Int32Array(bases.length);
  let length = 0;
  for (let row = 0; row < bases.length; row++) if ((bases[row] ?? 0) > basis) rows[length++] = row;
  return rows.subarray(0, length);
};

/** The rows asked for; the columns themselves, unchanged, where that is all of them. */
const pick = (columns: Columns, rows: Int32Array): Columns => {
  const { width } = columns;
  const all = rows.length === columns.bases.length;
  const of = (column: Int32Array): Int32Array => (all ? column : rows.map((row) => column[row] ?? 0));
  const votes = all ? columns.votes : new Int32Array(rows.length * width);
  for (let at = 0; !all && at < rows.length; at++) {
    const row = (rows[at] ?? 0) * width;
    votes.set(columns.votes.subarray(row, row + width), at * width);
  }
  return {
    width,
    votes,
    sheetStation: of(columns.sheetStation),
    rejected: of(columns.rejected),
    cast: of(columns.cast),
    registered: of(columns.registered),
    bases: columns.bases,
  };
};
