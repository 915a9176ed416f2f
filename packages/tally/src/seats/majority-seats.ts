// Bundeswahlgesetz (Germany) in the form of 1985 to 2011, § 6 (3).
import { sumVotes } from '../sheets/sheet-figures.ts';
import type { Allocation } from './allocation.ts';
import type { SeatDistrict } from './seat-district.ts';

export interface MajorityAllocation extends Allocation {
  /** Who was given the majority of seats although the method did not; null where the rule did nothing. */
  readonly raised: number | null;
}

/**
 * A choice with more than half of the votes that count has more than half of the seats. Where the method denies it, it gets
 * the least majority, and the others share the rest by the same method.
 */
export const withMajority = (
  apportion: (district: SeatDistrict) => Allocation,
  district: SeatDistrict,
): MajorityAllocation => {
  const usual = apportion(district);
  const { votes, seats: house } = district;
  const counting = votes.map((count, choice) => (usual.excluded.includes(choice) ? 0 : count));
  const strongest = counting.findIndex((count) => 2 * count > sumVotes(counting));
  const majority = Math.floor(house / 2) + 1;
  const most = district.atMost?.[strongest] ?? house;
  if (strongest < 0 || (usual.seats[strongest] ?? 0) >= Math.min(majority, most, house))
    return { ...usual, raised: null };
  const kept = Math.min(majority, most, house);
  const barred = [...usual.excluded, strongest];
  const rest = apportion({
    ...district,
    seats: house - kept,
    barred,
    threshold: undefined,
  });
  const seats = rest.seats.map((count, choice) => (choice === strongest ? kept : count));
  return { ...rest, seats, excluded: usual.excluded, raised: strongest };
};
