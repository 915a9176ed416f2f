// What Ranked Robin compares, one degree of ties after the other.
import { type Amount, amount } from '../../exact/amount.ts';
import { rational } from '../../exact/rational.ts';
import type { ComparedReason } from '../count-action.ts';
import type { CountTask } from '../counting-method.ts';
import type { OptionsOf } from '../options.ts';
import { marginOf, type PairwiseMatrix, supportOf } from '../pairwise/pairwise-matrix.ts';
import type { rankedRobinOptions } from './ranked-robin-options.ts';

export type RobinTask = CountTask<OptionsOf<typeof rankedRobinOptions>>;

export interface Degree {
  readonly reason: ComparedReason;
  /** More is better; a whole number. */
  readonly figure: (choice: number) => number;
  readonly show: (choice: number) => Amount;
}

/** Degree 0 are victories; `finalists` are those with most of them. */
export const degreeOf = (
  { standing, options, votes }: RobinTask,
  matrix: PairwiseMatrix,
  { degree, finalists }: { readonly degree: number; readonly finalists: readonly number[] },
): Degree => {
  const sum = (others: readonly number[], of: (other: number) => number): number =>
    others.reduce((total, other) => total + of(other), 0);
  if (degree === 0) {
    // In halves of a victory.
    const draw = options.draws === 'half' ? 1 : 0;
    const worth = (margin: number): number => (margin > 0 ? 2 : margin < 0 ? 0 : draw);
    const figure = (a: number): number => sum(standing, (b) => (a === b ? 0 : worth(marginOf(matrix, a, b))));
    return { reason: 'most-wins', figure, show: (choice) => amount(rational(figure(choice), 2)) };
  }
  if (degree === 3) {
    const against = (a: number): number => sum(standing, (b) => (a === b ? 0 : supportOf(matrix, b, a)));
    return { reason: 'least-opposed', figure: (a) => -against(a), show: (a) => votes(against(a)) };
  }
  const others = degree === 1 ? finalists : standing;
  const figure = (a: number): number => sum(others, (b) => (a === b ? 0 : marginOf(matrix, a, b)));
  return { reason: 'largest-margin', figure, show: (choice) => votes(figure(choice)) };
};
