import { cut } from '../rollup/cut.ts';
import type { Allocation } from './allocation.ts';
import { type Lot, settleByLot } from './settle-by-lot.ts';

export interface PluralityDistrict {
  readonly votes: readonly number[];
  /** Default 1: first past the post. With more, the choices with most votes get one seat each. */
  readonly seats?: number;
  /** Per choice whether it can win; "blank" cannot. Default: all can. */
  readonly standing?: readonly boolean[] | undefined;
  /** Settles a tie, where the law lets a lot do so. */
  readonly lot?: Lot | undefined;
}

/** The choices with most votes, one seat each. A tie at the cut is reported unless a lot settles it; no votes win nothing. */
export const plurality = ({ votes, seats: places = 1, standing, lot }: PluralityDistrict): Allocation => {
  if (!Number.isSafeInteger(places) || places < 0) throw new RangeError(`${places} seats`);
  const candidates = votes.map((_, choice) => choice);
  const able = candidates.filter((choice) => votes[choice]! > 0 && standing?.[choice] !== false);
  const { through, tie } = cut(votes, able, places);
  const atStake = tie === null ? null : { choices: tie.choices, seatsAtStake: tie.places };
  const drawn = atStake === null ? null : settleByLot(atStake, lot);
  const seats = new Array<number>(votes.length).fill(0);
  for (const choice of [...through, ...(drawn ?? [])]) seats[choice] = 1;
  return {
    seats,
    tie: drawn === null ? atStake : null,
    excluded: [],
    unallocated: Math.max(0, places - able.length),
  };
};
