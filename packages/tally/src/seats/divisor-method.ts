import { compareProducts } from '../exact/compare-products.ts';
import { cut } from '../rollup/cut.ts';
import type { Allocation, SeatTie } from './allocation.ts';
import { type Lot, settleByLot } from './settle-by-lot.ts';
import { belowThreshold, type Threshold } from './threshold.ts';

/** What a choice's votes are divided by to claim its next seat, when it has `won` seats. Whole, above 0, strictly increasing: scale fractions up. */
export type DivisorSequence = (won: number) => number;

export interface DivisorDistrict extends Threshold {
  /** Per choice its votes; leave out, or give 0 to, what cannot have seats, such as blank votes. */
  readonly votes: readonly number[];
  readonly seats: number;
  /** Equal quotients go to the choice with more votes, as in Spain (LOREG art. 163.1 d); what is still equal is a tie. Default: every equality is a tie. */
  readonly moreVotesFirst?: boolean | undefined;
  /** Settles a tie, where the law lets a lot do so. */
  readonly lot?: Lot | undefined;
}

/** One seat, in the order in which they were given. Its quotient is votes / divisor. */
export interface Award {
  readonly choice: number;
  readonly votes: number;
  readonly divisor: number;
}

export interface DivisorAllocation extends Allocation {
  readonly awards: Award[];
}

/**
 * Highest averages: seat after seat goes to the largest quotient votes / divisor(seats won so far).
 *
 * Quotients are compared by whole-number products, hence exactly. When more choices share the largest quotient
 * than seats are left, nothing decides among them: that tie is reported, unless a lot that names all of them is given.
 * Choices without votes never get a seat. Throws RangeError on seats or votes that are no counts.
 * Source: Balinski and Young, Fair Representation (1982), appendix A.
 */
export const divisorMethod = (divisors: DivisorSequence, district: DivisorDistrict): DivisorAllocation => {
  const { votes, seats: house } = district;
  for (const count of [house, ...votes]) {
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`${count} is no count of seats or votes`);
  }
  const excluded = belowThreshold(votes, district);
  const able = votes.flatMap((count, choice) => (count > 0 && !excluded.includes(choice) ? [choice] : []));
  const state: State = { votes, divisors, seats: new Array<number>(votes.length).fill(0), awards: [] };
  if (able.length === 0) return { seats: state.seats, tie: null, excluded, unallocated: house, awards: [] };
  let left = house;
  while (left > 0) {
    const claimants = highestQuotients(state, able);
    const { winners, tie } = decide(claimants, left, district);
    for (const choice of winners) award(state, choice);
    left -= winners.length;
    if (tie !== null) return { seats: state.seats, tie, excluded, unallocated: 0, awards: state.awards };
  }
  return { seats: state.seats, tie: null, excluded, unallocated: 0, awards: state.awards };
};

interface State {
  readonly votes: readonly number[];
  readonly divisors: DivisorSequence;
  readonly seats: number[];
  readonly awards: Award[];
}

/** Every choice whose next quotient is the largest, in ballot order. */
const highestQuotients = ({ votes, divisors, seats }: State, able: readonly number[]): number[] => {
  let highest: number[] = [];
  for (const choice of able) {
    const best = highest[0];
    const order =
      best === undefined
        ? 1
        : compareProducts([votes[choice]!, divisors(seats[best]!)], [votes[best]!, divisors(seats[choice]!)]);
    if (order > 0) highest = [choice];
    else if (order === 0) highest.push(choice);
  }
  return highest;
};

const award = ({ votes, divisors, seats, awards }: State, choice: number): void => {
  awards.push({ choice, votes: votes[choice]!, divisor: divisors(seats[choice]!) });
  seats[choice]!++;
};

interface Decision {
  readonly winners: readonly number[];
  readonly tie: SeatTie | null;
}

/** Who of some equal claimants gets a seat when `left` are left. */
const decide = (claimants: readonly number[], left: number, district: DivisorDistrict): Decision => {
  if (claimants.length <= left) return { winners: claimants, tie: null };
  const { votes, moreVotesFirst, lot } = district;
  // Equal weights tie all claimants.
  const weights = moreVotesFirst === true ? votes : votes.map(() => 0);
  const { through, tie: equal } = cut(weights, claimants, left);
  if (equal === null) return { winners: through, tie: null };
  const tie = { choices: equal.choices, seatsAtStake: equal.places };
  const drawn = settleByLot(tie, lot);
  return drawn === null ? { winners: through, tie } : { winners: [...through, ...drawn], tie: null };
};
