import type { Check } from '../check.ts';
import { enumerate, type Naming } from '../naming.ts';
import { voteKeyFields } from './vote-key-fields.ts';

export const unknownChoice: Check<Naming> = {
  id: 'S01',
  code: 'unknown_choice',
  severity: 'error',
  structural: true,
  find({ unknown }) {
    if (unknown.length === 0) return null;
    return {
      message: `Nobody in this election is called ${enumerate(unknown)}. Use the ids or codes of the choices on the ballot.`,
      fields: voteKeyFields(unknown),
      values: { choices: [...unknown] },
    };
  },
};
