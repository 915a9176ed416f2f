import { ok, type Result } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountTask } from '../counting-method.ts';
import type { OptionsOf } from '../options.ts';
import { classesOf, pick } from '../pick.ts';
import type { twoRoundOptions } from './two-round-options.ts';

export type TwoRoundTask = CountTask<OptionsOf<typeof twoRoundOptions>>;

/** The two with most votes; with `runoffTies: all` everybody who has as many as the second (Ghana, article 63 (6)). */
export const chooseFinalists = (
  { standing, ties, options }: Pick<TwoRoundTask, 'standing' | 'ties' | 'options'>,
  compare: (a: number, b: number) => number,
): Result<readonly number[], OpenTie> => {
  if (options.runoffTies === 'break')
    return pick(ties, {
      candidates: standing,
      places: 2,
      want: 'most',
      compare,
      round: 1,
      purpose: 'advance',
    });
  const finalists: number[] = [];
  for (const equal of classesOf(standing, compare)) {
    if (finalists.length >= 2) break;
    finalists.push(...equal);
  }
  return ok(finalists);
};
