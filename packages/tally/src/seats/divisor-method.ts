import type { Fraction } from '../exact/fraction.ts';
import type { Allocation } from './allocation.ts';
import { awardPlaces } from './award-places.ts';
import { createClaimBoard } from './claim-board.ts';
import type { Divisors } from './divisors.ts';
import { readDistrict, type SeatDistrict } from './seat-district.ts';

/** One seat, in the order in which they were given. Its claim is votes / divisor. */
export interface Award {
  readonly choice: number;
  readonly votes: number;
  /** Under a root where the method's `power` is 2. */
  readonly divisor: Fraction;
}

export interface DivisorAllocation extends Allocation {
  readonly awards: Award[];
}

/**
 * Highest averages: seat after seat goes to the largest claim votes / divisor(seats won so far).
 *
 * Claims are compared by whole-number products, hence exactly. When more choices share the largest claim than seats
 * are left, nothing decides among them: that tie is reported, unless a lot that names all of them is given. Choices
 * without votes never get a seat, nor does an exhausted list a further one. Throws RangeError on seats or votes that are
 * no counts. Source: Balinski and Young, Fair Representation (1982), appendix A.
 */
export const divisorMethod = (divisors: Divisors, district: SeatDistrict): DivisorAllocation => {
  const { able, excluded } = readDistrict(district);
  const { votes, seats: house } = district;
  const start = { seats: new Array<number>(votes.length).fill(0), able, left: house };
  const { seats, tie, awards, left } = giveHighest(divisors, district, start);
  return { seats, tie, excluded, unallocated: tie === null ? left : 0, awards };
};

/** Seats that are given already, and who competes for those that are left. */
export interface Standing {
  readonly seats: readonly number[];
  readonly able: readonly number[];
  readonly left: number;
}

/** Gives the seats that are left, one by one, to the largest claims. */
export const giveHighest = (
  divisors: Divisors,
  district: SeatDistrict,
  standing: Standing,
): Pick<DivisorAllocation, 'seats' | 'tie' | 'awards'> & { readonly left: number } => {
  const seats = [...standing.seats];
  const board = createClaimBoard(divisors, district, { seats, able: standing.able });
  const awards: Award[] = [];
  let { left } = standing;
  while (left > 0) {
    const claimants = board.highest();
    if (claimants.length === 0) break;
    const { winners, tie } = awardPlaces(claimants, left, district);
    for (const choice of winners)
      awards.push({ choice, votes: district.votes[choice]!, divisor: board.take(choice) });
    left -= winners.length;
    if (tie !== null) return { seats, tie, awards, left };
  }
  return { seats, tie: null, awards, left };
};
