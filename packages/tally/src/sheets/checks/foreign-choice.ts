import type { Check } from '../check.ts';
import { enumerate, type Naming } from '../naming.ts';
import { voteKeyFields } from './vote-key-fields.ts';

export const foreignChoice: Check<Naming> = {
  id: 'S04',
  code: 'foreign_choice',
  severity: 'error',
  structural: true,
  find({ foreign }) {
    if (foreign.length === 0) return null;
    return {
      message: `${enumerate(foreign)} stands in another contest of this election. Check that the form belongs to this station and contest.`,
      fields: voteKeyFields(foreign),
      values: { choices: [...foreign] },
    };
  },
};
