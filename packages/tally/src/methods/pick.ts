import { ok, type Result } from '@comitium/basics';
import type { TieBreaker } from '../ties/tie-breaker.ts';
import type { OpenTie, RoundsToCompare, TiePurpose } from '../ties/tie-rules.ts';

export interface Pick {
  readonly candidates: readonly number[];
  /** How many to take; all when there are no more. */
  readonly places: number;
  readonly want: 'most' | 'fewest';
  /** Above 0 when a has more than b in this round. */
  readonly compare: (a: number, b: number) => number;
  readonly round: number;
  readonly purpose: TiePurpose;
  readonly earlier?: RoundsToCompare | undefined;
  /** The rounds that would follow if these stayed, for rules that look there; asked only where there is a tie. */
  readonly laterOf?: ((tied: readonly number[]) => RoundsToCompare) | undefined;
}

/** The `places` candidates with most (or fewest), the most extreme first; equality at the cut goes to the tie breaker. */
export const pick = (
  ties: TieBreaker,
  { candidates, places, compare, laterOf, ...question }: Pick,
): Result<readonly number[], OpenTie> => {
  const sign = question.want === 'most' ? 1 : -1;
  const order = [...candidates].sort((a, b) => sign * compare(b, a) || a - b);
  const [last, next] = [order[places - 1], order[places]];
  if (last === undefined || next === undefined || compare(last, next) !== 0)
    return ok(order.slice(0, places));
  const through = order.filter((choice) => sign * compare(choice, last) > 0);
  const tied = order.filter((choice) => compare(choice, last) === 0);
  const later = laterOf?.(tied);
  const chosen = ties.choose({ ...question, choices: tied, places: places - through.length, later });
  return chosen.ok ? ok([...through, ...chosen.value]) : chosen;
};

/** Votes of the rounds before the one that asks, the first round first, for rules that look there. */
export const earlierRounds = (rounds: readonly ArrayLike<number>[]): RoundsToCompare => ({
  count: rounds.length,
  compare: (round, a, b) => rounds[round]![a]! - rounds[round]![b]!,
});

/** Choices in classes, best first, those that compare equal together. */
export const classesOf = (
  choices: readonly number[],
  compare: (a: number, b: number) => number,
): number[][] => {
  const classes: number[][] = [];
  for (const choice of [...choices].sort((a, b) => compare(b, a) || a - b)) {
    const last = classes.at(-1);
    if (last !== undefined && compare(last[0]!, choice) === 0) last.push(choice);
    else classes.push([choice]);
  }
  return classes;
};
