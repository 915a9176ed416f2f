import { marginOf, type PairwiseMatrix } from '../pairwise/pairwise-matrix.ts';
import { type Strength, strengthOf } from '../pairwise/strength-option.ts';

/** A victory of one choice over another. */
export interface Victory {
  readonly winner: number;
  readonly loser: number;
  /** In units. */
  readonly strength: number;
}

/** All victories among these choices in classes of equal strength, the strongest first. */
export const victoryClasses = (
  matrix: PairwiseMatrix,
  standing: readonly number[],
  strength: Strength,
): Victory[][] => {
  const strong = strengthOf(matrix, strength);
  const byStrength = new Map<number, Victory[]>();
  for (const winner of standing) {
    for (const loser of standing) {
      if (marginOf(matrix, winner, loser) <= 0) continue;
      const victory = { winner, loser, strength: strong(winner, loser) };
      const same = byStrength.get(victory.strength);
      if (same === undefined) byStrength.set(victory.strength, [victory]);
      else same.push(victory);
    }
  }
  return [...byStrength.values()].sort((a, b) => b[0]!.strength - a[0]!.strength);
};
