// The seats as a flow: from a district to a list runs "one more seat in this cell", back runs "one seat less". A path from a list
// with too many seats to one with too few moves one seat; a circle exchanges seats and keeps all totals.
import type { Divisors } from '../divisors.ts';

export interface SeatNetwork {
  readonly votes: readonly (readonly number[])[];
  readonly divisors: Divisors;
  readonly seats: number[][];
  readonly districts: number;
  readonly lists: number;
}

/** One step in the network. Nodes: districts from 0, then lists. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly district: number;
  readonly list: number;
  readonly change: 1 | -1;
  /** The price is above / below: divisor / votes for one seat more, votes / divisor for one less. Both are safe integers. */
  readonly above: number;
  readonly below: number;
}

export const stepsOf = ({ votes, divisors, seats, districts }: SeatNetwork): Step[] => {
  const steps: Step[] = [];
  for (const [district, row] of votes.entries()) {
    for (const [list, count] of row.entries()) {
      if (count === 0) continue;
      const has = seats[district]![list]!;
      const more = divisors.at(has);
      const node = districts + list;
      const cell = { district, list };
      steps.push({
        ...cell,
        from: district,
        to: node,
        change: 1,
        above: more.numerator,
        below: more.denominator * count,
      });
      if (has === 0) continue;
      const last = divisors.at(has - 1);
      steps.push({
        ...cell,
        from: node,
        to: district,
        change: -1,
        above: last.denominator * count,
        below: last.numerator,
      });
    }
  }
  return steps;
};

export const walk = ({ seats }: SeatNetwork, path: readonly Step[]): void => {
  for (const { district, list, change } of path) seats[district]![list]! += change;
};
