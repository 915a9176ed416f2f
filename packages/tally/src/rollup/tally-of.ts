import type { Fold } from './fold.ts';
import type { Tally } from './tally.ts';

/** The totals of one area of a fold. Throws RangeError when there is no such area. */
export const tallyOf = (fold: Fold, area: number): Tally => {
  const { width, stations } = fold;
  if (!(area >= 0 && area < stations.length)) throw new RangeError(`the fold has no area ${area}`);
  return {
    votes: [...fold.votes.subarray(area * width, (area + 1) * width)],
    rejected: fold.rejected[area]!,
    cast: fold.cast[area]!,
    registered: fold.registered[area]!,
    stations: stations[area]!,
  };
};
