import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';
import { sumVotes } from '../sheet-figures.ts';

export const allZero: Check<SheetInput> = {
  id: 'S11',
  code: 'all_zero',
  severity: 'hold',
  structural: false,
  find({ figures }) {
    if (figures.cast !== 0 || figures.rejected !== 0 || sumVotes(figures.votes) !== 0) return null;
    return {
      message: `Votes, rejected and cast are all 0, with ${figures.registered} registered. If the station did not open, have that confirmed; otherwise fill in the form's figures.`,
      fields: ['votes', 'rejected', 'cast'],
      values: { registered: figures.registered },
    };
  },
};
