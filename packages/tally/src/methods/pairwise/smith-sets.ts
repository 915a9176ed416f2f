// Good 1971, Smith 1973: the smallest set whose members each beat everybody outside of it.
import { marginOf, type PairwiseMatrix } from './pairwise-matrix.ts';

/** The Smith set, then that of the others, and so on: together every choice given, best first. */
export const smithSets = (matrix: PairwiseMatrix, choices: readonly number[]): number[][] => {
  // Whoever is in the first sets wins at least as often as anybody after them, draws as halves.
  const wins = new Map(
    choices.map((a) => [
      a,
      choices.reduce((sum, b) => sum + (a === b ? 0 : 1 + Math.sign(marginOf(matrix, a, b))), 0),
    ]),
  );
  const order = [...choices].sort((a, b) => wins.get(b)! - wins.get(a)! || a - b);
  const sets: number[][] = [];
  let set: number[] = [];
  for (const [i, choice] of order.entries()) {
    set.push(choice);
    const after = order.slice(i + 1);
    if (set.every((a) => after.every((b) => marginOf(matrix, a, b) > 0))) {
      sets.push(set.sort((a, b) => a - b));
      set = [];
    }
  }
  return sets;
};
