import { percent } from '../../rollup/percent.ts';
import { labelAt, voteField } from '../ballot.ts';
import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';
import { sumVotes } from '../sheet-figures.ts';
import { defaultSheetSettings } from '../sheet-settings.ts';

export const oneChoiceDominates: Check<SheetInput> = {
  id: 'S13',
  code: 'one_choice_dominates',
  severity: 'warning',
  structural: false,
  find({ ballot, figures: { votes } }, settings) {
    const shareMin = settings.choiceShareMin ?? defaultSheetSettings.choiceShareMin;
    const valid = sumVotes(votes);
    if (
      votes.length < 2 ||
      valid < (settings.choiceShareVotesMin ?? defaultSheetSettings.choiceShareVotesMin)
    ) {
      return null;
    }
    let top = 0;
    for (let i = 1; i < votes.length; i++) if (votes[i]! > votes[top]!) top = i;
    const most = votes[top]!;
    if (valid === 0 || most / valid < shareMin) return null;
    const choice = labelAt(ballot, top);
    return {
      message: `${choice} has ${most} of ${valid} valid votes (${percent(most, valid)} %). Check that no line of the form was left out or shifted.`,
      fields: [voteField(ballot, top)],
      values: { choice, votes: most, valid, share: most / valid },
    };
  },
};
