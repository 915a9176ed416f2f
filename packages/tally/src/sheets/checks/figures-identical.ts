import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';

export const figuresIdentical: Check<SheetInput> = {
  id: 'S15',
  code: 'figures_identical',
  severity: 'warning',
  structural: false,
  find({ figures: { cast, registered }, context: { identicalTo } }) {
    // Two stations that never opened are alike without a copying mistake: S11 speaks of them.
    if (identicalTo === undefined || cast === 0) return null;
    return {
      message: `Station ${identicalTo} reported exactly the same figures (${cast} cast, ${registered} registered). Check that this form was not entered for two stations.`,
      fields: ['votes', 'rejected', 'cast', 'registered'],
      values: { station: identicalTo, cast, registered },
    };
  },
};
