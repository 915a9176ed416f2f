import { percent } from '../../rollup/percent.ts';
import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';
import { farFrom, sharePercent } from '../far-from.ts';
import { defaultSheetSettings } from '../sheet-settings.ts';

export const turnoutUnusual: Check<SheetInput> = {
  id: 'S14',
  code: 'turnout_unusual',
  severity: 'warning',
  structural: false,
  find({ figures: { cast, registered }, context: { siblings } }, settings) {
    if (siblings === undefined || registered === 0) return null;
    const deviation = settings.turnoutDeviation ?? defaultSheetSettings.turnoutDeviation;
    if (!farFrom(siblings, cast / registered, { deviation, settings })) return null;
    return {
      message: `Turnout is ${percent(cast, registered)} % (${cast} of ${registered}); the ${siblings.count} stations around it average ${sharePercent(siblings.mean)} %. Compare cast and registered with the form.`,
      fields: ['cast', 'registered'],
      values: {
        turnout: cast / registered,
        cast,
        registered,
        stations: siblings.count,
        meanTurnout: siblings.mean,
      },
    };
  },
};
