import type { OneOf } from '../options.ts';
import { marginOf, type PairwiseMatrix, supportOf } from './pairwise-matrix.ts';

/** How strong a victory of one choice over another is. */
export type Strength = 'winning-votes' | 'margins';

export const strengthOption = {
  kind: 'one-of',
  values: ['winning-votes', 'margins'],
  default: 'winning-votes',
  about: 'How strong a victory is: the votes of the winning side, or by how many they exceed the other side.',
} as const satisfies OneOf;

/** The strength of a over b in units; 0 when a does not win. */
export const strengthOf = (matrix: PairwiseMatrix, strength: Strength) => {
  return (a: number, b: number): number => {
    const margin = marginOf(matrix, a, b);
    if (margin <= 0) return 0;
    return strength === 'margins' ? margin : supportOf(matrix, a, b);
  };
};
