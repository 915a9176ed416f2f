import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';

export const castExceedsRegistered: Check<SheetInput> = {
  id: 'S09',
  code: 'cast_exceeds_registered',
  severity: 'hold',
  structural: false,
  find({ figures: { cast, registered } }) {
    if (cast <= registered) return null;
    const excess = cast - registered;
    return {
      message: `${cast} ballots are recorded as cast, but only ${registered} people are registered: ${excess} too many. Compare both figures with the form; if they stand, ask the station how this came about.`,
      fields: ['cast', 'registered'],
      values: { cast, registered, excess },
    };
  },
};
