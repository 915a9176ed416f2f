import { sql } from 'kysely';
import { plainArray, type RowOfBytes } from '../../platform/database/index.ts';
import { bytesOf, integerOf, textOf, unpackBigints } from './packed-array.ts';
import type { PackedRead } from './read-packed.ts';
import type { RecountTarget } from './recount-plan.ts';

/** Totals of one race in one basis whose vectors have one width; `votes` is null where that is 0. */
export interface PackedTotals {
  readonly race_id: string;
  readonly basis: number;
  readonly width: number;
  readonly totals: number;
  readonly areas: Buffer;
  readonly votes: Buffer | null;
  /** Per total its rejected, cast and registered, the register's voters, and its stations. */
  readonly figures: Buffer;
}

export const selectTotals =
  ({ raceIds }: RecountTarget): PackedRead<PackedTotals>['select'] =>
  (within) =>
    sql`
    select race_id::text, basis::integer, cardinality(votes) as width, count(*)::integer as totals,
      string_agg(uuid_send(area_id), '') as areas,
      array_agg(votes) filter (where cardinality(votes) > 0) as votes,
      array_agg(array[rejected, cast_ballots, registered, on_register, stations]) as figures
    from tally
    where ${within} and race_id = any(${sql.lit(plainArray(raceIds))}::uuid[])
    group by race_id, basis, cardinality(votes)`;

export const readTotals = (row: RowOfBytes): PackedTotals => {
  const [raceId, basis, width, totals, areas, votes, figures] = row;
  return {
    race_id: textOf(raceId),
    basis: integerOf(basis),
    width: integerOf(width),
    totals: integerOf(totals),
    areas: bytesOf(areas),
    votes: votes ?? null,
    figures: bytesOf(figures),
  };
};

/** The same, unpacked. */
export interface StoredTotals {
  readonly width: number;
  /** Row by row. */
  readonly votes: Float64Array;
  readonly figures: Float64Array;
}

export const figureNames = ['rejected', 'cast', 'registered', 'on_register', 'stations'] as const;

export const unpackTotals = ({ width, votes, figures }: PackedTotals): StoredTotals => ({
  width,
  votes: votes === null ? new Float64Array(0) : unpackBigints(votes),
  figures: unpackBigints(figures),
});
