import { voteField } from '../ballot.ts';
import type { Check } from '../check.ts';
import { enumerate, labelsOf, type Naming } from '../naming.ts';

export const missingChoice: Check<Naming> = {
  id: 'S02',
  code: 'missing_choice',
  severity: 'error',
  structural: true,
  find({ ballot, missing }) {
    if (missing.length === 0) return null;
    const choices = labelsOf(ballot, missing);
    return {
      message: `There is no figure for ${enumerate(choices)}. Send every choice of the ballot, with 0 where the form says none.`,
      fields: missing.map((position) => voteField(ballot, position)),
      values: { choices },
    };
  },
};
