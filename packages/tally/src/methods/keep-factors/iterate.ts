import type { Preferences } from '../../ballots/preferences.ts';
import { multiplyDivide } from '../../exact/rounding.ts';
import type { KeepRule } from './keep-rule.ts';
import { one } from './multiply-up.ts';
import { distribute, growTree } from './prefix-tree.ts';

/** What a round of iterations found. */
export interface Iterated {
  readonly votes: Float64Array;
  readonly quota: number;
  /** The total surplus of the elected, not below 0. */
  readonly surplus: number;
  /** Hopeful choices that reached the quota; empty when the iteration converged. */
  readonly reached: readonly number[];
}

export interface IteratedCount {
  readonly preferences: Preferences;
  readonly weightScale: number;
  readonly seats: number;
  readonly keep: KeepRule;
}

/** An iteration ends when the surplus is below 10⁻⁶ votes: omega. */
const omega = 1_000;

/**
 * Distributes votes and lowers the keep factors of the elected until a hopeful choice reaches the quota, or the surplus is below
 * omega or no longer shrinks. Changes `factors`. Votes are units of 10⁻⁹ of a unit of weight.
 */
export const iterate = (
  { preferences, weightScale, seats, keep }: IteratedCount,
  factors: Float64Array,
  { hopeful, elected }: { readonly hopeful: readonly number[]; readonly elected: readonly number[] },
): Iterated => {
  const tree = growTree(preferences, factorsAsGrown(factors, elected));
  for (let last = Infinity; ; ) {
    const votes = distribute(tree, factors, keep);
    const total = votes.reduce((sum, held) => sum + held, 0);
    const share = multiplyDivide(total, 1, { by: (seats + 1) * weightScale, rounding: 'down' });
    const quota = (share + 1) * weightScale;
    const reached = hopeful.filter((choice) => votes[choice]! >= quota);
    const surplus = Math.max(
      0,
      elected.reduce((sum, choice) => sum + votes[choice]! - quota, 0),
    );
    const newly = reached.reduce((sum, choice) => sum + votes[choice]! - quota, 0);
    if (reached.length > 0) return { votes, quota, surplus: surplus + newly, reached };
    if (surplus < omega * weightScale || surplus >= last) return { votes, quota, surplus, reached };
    last = surplus;
    for (const choice of elected) {
      const share = multiplyDivide(factors[choice]!, quota, { by: one, rounding: 'up' });
      factors[choice] = multiplyDivide(share, one, { by: votes[choice]!, rounding: 'up' });
    }
  }
};

/** Beginnings go on after the elected, also while they still keep everything. */
const factorsAsGrown = (factors: Float64Array, elected: readonly number[]): Float64Array => {
  const grown = factors.slice();
  for (const choice of elected) grown[choice] = 0.5;
  return grown;
};
