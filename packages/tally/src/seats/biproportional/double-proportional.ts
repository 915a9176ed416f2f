// Gesetz über die politischen Rechte (Kanton Zürich, LS 161), §§ 101–105: the doubly proportional allotment after F. Pukelsheim.
import { err, ok, type Result } from '@comitium/basics';
import type { SeatTie } from '../allocation.ts';
import { sainteLague } from '../sainte-lague.ts';
import type { SeatDistrict } from '../seat-district.ts';
import { biproportional } from './biproportional.ts';
import type { Biproportional, Cell, Impossible } from './biproportional-types.ts';

export interface DoublyProportionalElection {
  /** Per district, per list its votes, where every voter has as many as the district has seats. */
  readonly votes: readonly (readonly number[])[];
  readonly districtSeats: readonly number[];
  /** Lists below the hurdle (`shutOut`), which have no seats anywhere. */
  readonly barred?: readonly number[] | undefined;
  readonly lots?: { readonly upper?: SeatDistrict['lot']; readonly lower?: readonly Cell[] } | undefined;
}

export interface DoublyProportional extends Biproportional {
  /** Per list its voters over all districts: votes / seats of the district, each rounded half up. */
  readonly voters: number[];
  readonly listSeats: number[];
}

/** Lists with equal claims to the last of all seats: draw `lots.upper` first. */
export interface UpperTie {
  readonly kind: 'upper-tie';
  readonly tie: SeatTie;
}

/**
 * Lists share all seats by their voters (Sainte-Laguë); districts and lists then share them at once. A tie for the last of all
 * seats must be settled before the districts have theirs.
 */
export const doublyProportional = (
  election: DoublyProportionalElection,
): Result<DoublyProportional, Impossible | UpperTie> => {
  const { districtSeats, barred = [], lots } = election;
  const votes = election.votes.map((row) => row.map((count, list) => (barred.includes(list) ? 0 : count)));
  const lists = votes[0]?.length ?? 0;
  const voters = Array.from({ length: lists }, (_, list) =>
    votes.reduce((sum, row, district) => sum + votersOf(row[list]!, districtSeats[district]!), 0),
  );
  const seats = districtSeats.reduce((sum, count) => sum + count, 0);
  const upper = sainteLague({ votes: voters, seats, lot: lots?.upper });
  if (upper.tie !== null) return err({ kind: 'upper-tie', tie: upper.tie });
  const lower = biproportional({ votes, districtSeats, listSeats: upper.seats, lot: lots?.lower });
  return lower.ok ? ok({ ...lower.value, voters, listSeats: upper.seats }) : lower;
};

/** votes / seats, rounded half up: 2·votes + seats over 2·seats, cut off. */
const votersOf = (votes: number, seats: number): number =>
  seats === 0 ? 0 : Number((2n * BigInt(votes) + BigInt(seats)) / (2n * BigInt(seats)));
