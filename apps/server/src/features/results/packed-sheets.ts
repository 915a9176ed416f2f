import { sql } from 'kysely';
import type { RowOfBytes } from '../../platform/database/index.ts';
import { bytesOf, integerOf, textOf } from './packed-array.ts';
import type { PackedRead } from './read-packed.ts';
import type { RecountTarget } from './recount-plan.ts';

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
  ({ electionId }: RecountTarget): PackedRead<PackedSheets>['select'] =>
  (within) =>
    sql`
    select contest_id::text, status, cardinality(votes) as width, count(*)::integer as sheets,
      string_agg(uuid_send(station_id), '') as stations,
      array_agg(votes) filter (where cardinality(votes) > 0) as votes,
      array_agg(rejected) as rejected, array_agg(cast_ballots) as cast, array_agg(registered) as registered
    from sheet
    where ${within} and election_id = ${sql.lit(electionId)} and status not in ('held', 'rejected')
    group by contest_id, status, cardinality(votes)`;

export const readSheets = (row: RowOfBytes): PackedSheets => {
  const [contestId, status, width, sheets, stations, votes, rejected, cast, registered] = row;
  return {
    contest_id: textOf(contestId),
    status: countedStatusOf(textOf(status)),
    width: integerOf(width),
    sheets: integerOf(sheets),
    stations: bytesOf(stations),
    votes: votes ?? null,
    rejected: bytesOf(rejected),
    cast: bytesOf(cast),
    registered: bytesOf(registered),
  };
};

const countedStatusOf = (status: string): PackedSheets['status'] => {
  if (status === 'accepted' || status === 'verified' || status === 'certified') return status;
  throw new Error(`a sheet that is ${status} was read to be counted`);
};

/** In how many bases a sheet counts: in the provisional one, the verified one too, or all three. */
export const basesOf: Readonly<Record<PackedSheets['status'], number>> = {
  accepted: 1,
  verified: 2,
  certified: 3,
};
