import { compareShare, type Fraction } from '../exact/fraction.ts';
import { sumVotes } from '../sheets/sheet-figures.ts';

export interface Threshold {
  /** The least share that passes: reaching it exactly is enough. */
  readonly threshold?: Fraction | undefined;
  /** What the share is taken of, as the law says: default the sum of `votes`; in Spain blank votes are added. */
  readonly thresholdBase?: number | undefined;
}

/** The choices below the threshold, in ballot order. */
export const belowThreshold = (
  votes: readonly number[],
  { threshold, thresholdBase }: Threshold,
): number[] => {
  if (threshold === undefined) return [];
  const base = thresholdBase ?? sumVotes(votes);
  return votes.flatMap((count, choice) => (compareShare(count, base, threshold) < 0 ? [choice] : []));
};
