import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';
import { sumVotes } from '../sheet-figures.ts';

export const sumDiffers: Check<SheetInput> = {
  id: 'S08',
  code: 'sum_differs',
  severity: 'hold',
  structural: false,
  find({ figures }) {
    const votes = sumVotes(figures.votes);
    const sum = votes + figures.rejected;
    if (sum === figures.cast) return null;
    return {
      message: `The votes (${votes}) and rejected (${figures.rejected}) add up to ${sum}, but ${figures.cast} ballots are recorded as cast. Compare with the form and correct one of them.`,
      fields: ['votes', 'rejected', 'cast'],
      values: { votes, rejected: figures.rejected, sum, cast: figures.cast },
    };
  },
};
