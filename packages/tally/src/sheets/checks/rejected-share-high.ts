import { percent } from '../../rollup/percent.ts';
import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';
import { defaultSheetSettings } from '../sheet-settings.ts';

export const rejectedShareHigh: Check<SheetInput> = {
  id: 'S12',
  code: 'rejected_share_high',
  severity: 'warning',
  structural: false,
  find({ figures: { rejected, cast } }, { rejectedShareMax = defaultSheetSettings.rejectedShareMax }) {
    if (cast === 0 || rejected / cast < rejectedShareMax) return null;
    return {
      message: `${rejected} of ${cast} ballots (${percent(rejected, cast)} %) are rejected. Check that valid votes were not written into the line for rejected ballots.`,
      fields: ['rejected', 'cast'],
      values: { rejected, cast, share: rejected / cast },
    };
  },
};
