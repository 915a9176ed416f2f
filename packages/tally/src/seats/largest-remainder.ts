import { compareRational, minus, over, type Rational, rational, times, wholeOf } from '../exact/rational.ts';
import type { Allocation } from './allocation.ts';
import { awardPlaces } from './award-places.ts';
import { type QuotaName, quotaOf } from './quotas.ts';
import { hasRoom, readDistrict, type SeatDistrict } from './seat-district.ts';

export interface RemainderAllocation extends Allocation {
  /** Votes for a seat; null where nobody may have one. */
  readonly quota: Rational | null;
  /** Per choice the seats for whole quotas. */
  readonly full: number[];
  /** Per choice the votes left after them; null for whoever may not have seats. */
  readonly remainders: (Rational | null)[];
}

/**
 * Largest remainders: a seat for every whole quota, and those left over for the largest remainders, one each. The quota is
 * taken of the votes of those who may have seats. Where it gives out more seats than there are, which only exact quotas
 * with a divisor above the number of seats can, the divisor is made smaller by one, as in Italy's law of 1957 (d.P.R. 361/1957
 * art. 77). An exhausted list leaves its seats to the remainders. Equal remainders at the cut are a tie.
 * Source: Balinski and Young, Fair Representation (1982), appendix A.
 */
export const largestRemainder = (name: QuotaName, district: SeatDistrict): RemainderAllocation => {
  const { able, excluded } = readDistrict(district);
  const { votes, seats: house } = district;
  const none = { full: votes.map(() => 0), remainders: votes.map(() => null) };
  if (able.length === 0 || house === 0)
    return { seats: votes.map(() => 0), tie: null, excluded, unallocated: house, quota: null, ...none };
  const { quota, full } = wholeQuotas(name, district, able);
  const remainders = votes.map((count, choice) =>
    able.includes(choice) ? minus(rational(count), times(quota, rational(full[choice]!))) : null,
  );
  const rest = giveRemainders(district, { able, full, remainders });
  return { ...rest, excluded, quota, full, remainders };
};

const wholeQuotas = (
  name: QuotaName,
  { votes, seats: house, atMost }: SeatDistrict,
  able: readonly number[],
): { quota: Rational; full: number[] } => {
  const total = able.reduce((sum, choice) => sum + votes[choice]!, 0);
  for (let lowered = 0; ; lowered++) {
    const quota = quotaOf(name, total, house, lowered);
    const bought = (choice: number): number => Number(wholeOf(over(rational(votes[choice]!), quota), 'down'));
    const uncapped = votes.map((_, choice) => (able.includes(choice) ? bought(choice) : 0));
    if (uncapped.reduce((sum, seats) => sum + seats, 0) > house) continue;
    return { quota, full: uncapped.map((seats, choice) => Math.min(seats, atMost?.[choice] ?? seats)) };
  }
};

interface Remaining {
  readonly able: readonly number[];
  readonly full: readonly number[];
  readonly remainders: readonly (Rational | null)[];
}

/** Round after round, each choice with room gets at most one seat; more than one round is needed only where lists are exhausted. */
const giveRemainders = (
  district: SeatDistrict,
  { able, full, remainders }: Remaining,
): Pick<Allocation, 'seats' | 'tie' | 'unallocated'> => {
  const seats = [...full];
  let left = district.seats - full.reduce((sum, count) => sum + count, 0);
  let waiting: number[] = [];
  while (left > 0) {
    if (waiting.length === 0) waiting = able.filter((choice) => hasRoom(district, choice, seats[choice]!));
    if (waiting.length === 0) break;
    const claimants = largest(remainders, waiting);
    const { winners, tie } = awardPlaces(claimants, left, district);
    for (const choice of winners) seats[choice]!++;
    left -= winners.length;
    if (tie !== null) return { seats, tie, unallocated: 0 };
    waiting = waiting.filter((choice) => !winners.includes(choice));
  }
  return { seats, tie: null, unallocated: left };
};

const largest = (remainders: readonly (Rational | null)[], waiting: readonly number[]): number[] => {
  let best: number[] = [];
  for (const choice of waiting) {
    const [mine, top] = [remainders[choice], remainders[best[0] ?? -1]];
    if (mine === null || mine === undefined) continue;
    const order = top === undefined || top === null ? 1 : compareRational(mine, top);
    if (order > 0) best = [choice];
    else if (order === 0) best.push(choice);
  }
  return best;
};
