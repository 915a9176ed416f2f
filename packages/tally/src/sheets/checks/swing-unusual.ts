import { labelAt, voteField } from '../ballot.ts';
import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';
import { farFrom, sharePercent } from '../far-from.ts';
import { sumVotes } from '../sheet-figures.ts';
import { defaultSheetSettings } from '../sheet-settings.ts';

export const swingUnusual: Check<SheetInput> = {
  id: 'S17',
  code: 'swing_unusual',
  severity: 'warning',
  structural: false,
  find({ ballot, figures: { votes }, context: { previous } }, settings) {
    if (previous === undefined) return null;
    const valid = sumVotes(votes);
    const count = votes[previous.choice];
    if (count === undefined) throw new RangeError(`the ballot has no choice ${previous.choice}`);
    if (valid === 0) return null;
    const swing = count / valid - previous.share;
    const deviation = settings.swingDeviation ?? defaultSheetSettings.swingDeviation;
    if (!farFrom(previous.siblings, swing, { deviation, settings })) return null;
    const { share: shareBefore, siblings } = previous;
    const choice = labelAt(ballot, previous.choice);
    return {
      message: `${choice} moved from ${sharePercent(shareBefore)} % to ${sharePercent(count / valid)} %, by ${sharePercent(swing)} points; the ${siblings.count} stations around it moved by ${sharePercent(siblings.mean)} on average. Check that no two lines of the form were swapped.`,
      fields: [voteField(ballot, previous.choice)],
      values: {
        choice,
        shareBefore,
        share: count / valid,
        swing,
        stations: siblings.count,
        meanSwing: siblings.mean,
      },
    };
  },
};
