import type { TieSettings } from './award-places.ts';
import { belowThreshold, type Threshold } from './threshold.ts';

/** What any method of giving seats to lists is asked. */
export interface SeatDistrict extends Threshold, TieSettings {
  /** Per choice its votes; leave out, or give 0 to, what cannot have seats, such as blank votes. */
  readonly votes: readonly number[];
  readonly seats: number;
  /** Per choice the most seats that it can fill: a list with fewer candidates is exhausted. Default: no limit. */
  readonly atMost?: readonly number[] | undefined;
  /** Choices that may have no seats whatever their votes, such as those below a national threshold (`shutOut`). */
  readonly barred?: readonly number[] | undefined;
}

/** The choices that may have seats, and those that may not in spite of votes or threshold. Throws RangeError on seats, votes or limits that are no counts. */
export const readDistrict = (district: SeatDistrict): { able: number[]; excluded: number[] } => {
  const { votes, seats, atMost = [], barred = [] } = district;
  for (const counts of [[seats], votes, atMost]) {
    for (const count of counts) {
      if (!Number.isSafeInteger(count) || count < 0)
        throw new RangeError(`${count} is no count of seats or votes`);
    }
  }
  if (district.threshold === undefined && barred.length === 0)
    return { able: votes.flatMap((count, choice) => (count > 0 ? choice : [])), excluded: [] };
  const below = new Set([...belowThreshold(votes, district), ...barred]);
  const excluded = [...below].sort((a, b) => a - b);
  const able = votes.flatMap((count, choice) => (count > 0 && !below.has(choice) ? [choice] : []));
  return { able, excluded };
};

/** Whether a choice with so many seats can take another. */
export const hasRoom = ({ atMost }: SeatDistrict, choice: number, seats: number): boolean =>
  seats < (atMost?.[choice] ?? Number.POSITIVE_INFINITY);
