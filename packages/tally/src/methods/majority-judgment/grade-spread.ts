import { type Ballots, choiceOf, totalWeight } from '../../ballots/ballots.ts';
import { scaleOf } from '../score/sum-scores.ts';

/** How often each choice was given each grade. */
export interface GradeSpread {
  /** All grades as units: ballots times their weight; the same for every choice. */
  readonly total: number;
  /** The scores that were given, and the lowest, in rising order; a level is a place here. */
  readonly scores: readonly number[];
  /** Per choice and level the units at or below it: the last is `total`. */
  readonly upTo: readonly Float64Array[];
}

/** A ballot that does not grade a choice gives it the lowest grade. */
export const spreadGrades = (ballots: Ballots): GradeSpread => {
  const { groups, starts, marks, scores: given, weights, choices } = ballots;
  const { min } = scaleOf(ballots);
  const scores = [...new Set([min, ...(given ?? [])])].sort((a, b) => a - b);
  const levels = new Map(scores.map((score, level) => [score, level]));
  const total = totalWeight(ballots);
  const upTo = choices.map(() => new Float64Array(scores.length));
  for (let group = 0; group < groups; group++) {
    for (let i = starts[group]!; i < starts[group + 1]!; i++) {
      const counts = upTo[choiceOf(marks[i]!)]!;
      const level = levels.get(given![i]!)!;
      counts[level] = counts[level]! + weights[group]!;
    }
  }
  for (const counts of upTo) {
    const ungraded = total - counts.reduce((sum, units) => sum + units, 0);
    counts[0] = counts[0]! + ungraded;
    for (let level = 1; level < counts.length; level++) counts[level] = counts[level]! + counts[level - 1]!;
  }
  return { total, scores, upTo };
};
