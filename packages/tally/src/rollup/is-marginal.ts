import { compareShare, type Fraction } from '../exact/fraction.ts';
import { type RankOptions, rank } from './rank.ts';

/** Whether the lead is below a share of the valid votes, exactly; a tie is marginal, a place without votes is not. */
export const isMarginal = (votes: readonly number[], below: Fraction, options?: RankOptions): boolean => {
  const { valid, margin } = rank(votes, options);
  return valid > 0 && compareShare(margin.votes, valid, below) < 0;
};
