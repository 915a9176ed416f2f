import { classesOf } from '../pick.ts';
import type { Exclusion, WeightedCount } from './weighted-inclusive.ts';

/**
 * The largest set of the lowest that cannot catch up: their votes together with all surpluses still to move are below the next
 * one's votes (or, where `reaching` says so, not above), equal votes stay together, and enough others remain for the seats. Nobody,
 * or one exclusion. Whoever is `leaving` anyway is compared with nobody, but its votes are still to move as well.
 */
export const sureLosers = (
  { book, pending, task }: Pick<WeightedCount, 'book' | 'pending' | 'task'>,
  {
    quota,
    reaching,
    leaving = [],
  }: {
    readonly quota: number;
    readonly reaching: 'below' | 'not-above';
    readonly leaving?: readonly number[];
  },
): Exclusion[] => {
  const { units } = book;
  const vacancies = task.seats - book.elected.length;
  const continuing = book.continuing().filter((choice) => !leaving.includes(choice));
  const classes = classesOf(continuing, (a, b) => units[b]! - units[a]!);
  const surplus = [...pending].reduce((sum, choice) => sum + Math.max(0, units[choice]! - quota), 0);
  let together = leaving.reduce((sum, choice) => sum + units[choice]!, surplus);
  let lost: readonly number[] = [];
  const set: number[] = [];
  for (const [i, members] of classes.entries()) {
    const next = classes[i + 1]?.[0];
    set.push(...members);
    if (next === undefined || continuing.length - set.length < vacancies) break;
    together += members.reduce((sum, choice) => sum + units[choice]!, 0);
    const below = reaching === 'below' ? together < units[next]! : together <= units[next]!;
    if (below) lost = [...set];
  }
  return lost.length === 0 ? [] : [{ choices: lost, reason: 'cannot-catch-up' }];
};
