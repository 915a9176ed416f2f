import { voteField } from '../ballot.ts';
import type { Check } from '../check.ts';
import { enumerate, labelsOf, type Naming } from '../naming.ts';

export const repeatedChoice: Check<Naming> = {
  id: 'S03',
  code: 'repeated_choice',
  severity: 'error',
  structural: true,
  find({ ballot, repeated }) {
    if (repeated.length === 0) return null;
    const choices = labelsOf(ballot, repeated);
    return {
      message: `More than one figure is given for ${enumerate(choices)}, by id and by code. Send one figure for each choice.`,
      fields: repeated.map((position) => voteField(ballot, position)),
      values: { choices },
    };
  },
};
