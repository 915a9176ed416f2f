import { percent, share } from '@comitium/tally';

/** part / whole as a fraction of 1 with three decimals, half-up: one decimal of a per cent, as every page shows it. */
export const roundedShare = (part: number, whole: number): number => thousandths(percent(part, whole) * 10);

/** A signed difference of fractions, to three decimals. */
export const roundedDifference = (difference: number): number =>
  thousandths(Math.sign(difference) * Math.floor(Math.abs(difference) * 1000 + 0.5));

const thousandths = (count: number): number => Math.round(count) / 1000;

/** Change of a share against the election before, or undefined where one of the two has no votes. */
export const shareChange = (
  now: { votes: number; valid: number },
  before: { votes: number | undefined; valid: number },
): number | undefined => {
  if (before.votes === undefined || now.valid === 0 || before.valid === 0) return undefined;
  return roundedDifference(share(now.votes, now.valid) - share(before.votes, before.valid));
};
