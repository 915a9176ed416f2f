import type { Ballots } from '../ballots/ballots.ts';
import { endings, type Preferences } from '../ballots/preferences.ts';
import type { Leftover } from './count-report.ts';

/** Units of weight that are nobody's, by reason. */
export type LeftoverUnits = Map<Leftover, number>;

/** First preferences by choice, and what has none, in units of weight. */
export const firstPreferences = (
  ballots: Ballots,
  { groups, starts, order, ends, weights }: Preferences,
): { readonly counts: Float64Array; readonly leftovers: LeftoverUnits } => {
  const counts = new Float64Array(ballots.choices.length);
  const leftovers: LeftoverUnits = new Map();
  for (let group = 0; group < groups; group++) {
    const start = starts[group]!;
    if (start < starts[group + 1]!) {
      const choice = order[start]!;
      counts[choice] = counts[choice]! + weights[group]!;
    } else {
      const blank = ballots.starts[group] === ballots.starts[group + 1];
      const reason = blank ? 'blank' : endings[ends[group]!]!;
      leftovers.set(reason, (leftovers.get(reason) ?? 0) + weights[group]!);
    }
  }
  return { counts, leftovers };
};
