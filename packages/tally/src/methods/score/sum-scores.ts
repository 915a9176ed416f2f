import type { Ballots, ScoreScale } from '../../ballots/ballots.ts';
import { type Rational, rational } from '../../exact/rational.ts';

/** Points in units of weight times score, exact whatever their size. */
export interface ScoreSums {
  /** Per choice the scores given to it, weighted. */
  readonly given: readonly bigint[];
  /** Per choice the weight of the ballots that score it. */
  readonly scoredBy: Float64Array;
  /** Per choice the total when ballots that do not score it count as the lowest score. */
  readonly totals: readonly bigint[];
}

export const scaleOf = ({ scale }: Ballots): ScoreScale => {
  if (scale === null) throw new Error('ballots of form score have a scale');
  return scale;
};

export const sumScores = (ballots: Ballots, total: number): ScoreSums => {
  const { groups, starts, marks, scores, weights, choices } = ballots;
  const width = choices.length;
  const { min } = scaleOf(ballots);
  // Above the lowest score, so that nothing is below 0; moved to bigints before 53 bits are full.
  const above = new Float64Array(width);
  const large = Array.from({ length: width }, () => 0n);
  const scoredBy = new Float64Array(width);
  for (let group = 0; group < groups; group++) {
    const weight = weights[group]!;
    for (let i = starts[group]!; i < starts[group + 1]!; i++) {
      const choice = marks[i]!;
      const number = choice < 0 ? ~choice : choice;
      const points = (scores![i]! - min) * weight;
      if (above[number]! + points > Number.MAX_SAFE_INTEGER) {
        large[number] = large[number]! + BigInt(above[number]!);
        above[number] = 0;
        large[number] = large[number]! + BigInt(scores![i]! - min) * BigInt(weight);
      } else above[number] = above[number]! + points;
      scoredBy[number] = scoredBy[number]! + weight;
    }
  }
  const sums = large.map((sum, choice) => sum + BigInt(above[choice]!));
  return {
    given: sums.map((sum, choice) => sum + BigInt(min) * BigInt(scoredBy[choice]!)),
    scoredBy,
    totals: sums.map((sum) => sum + BigInt(min) * BigInt(total)),
  };
};

/** The average of those who scored, or null when nobody did. */
export const averageOf = ({ given, scoredBy }: ScoreSums, choice: number): Rational | null =>
  scoredBy[choice] === 0 ? null : rational(given[choice]!, BigInt(scoredBy[choice]!));
