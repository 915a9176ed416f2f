// Smith, Range Voting (2000): the highest total of scores, or the highest average of those given.
import { ok } from '@comitium/basics';
import { totalWeight } from '../../ballots/ballots.ts';
import { amount } from '../../exact/amount.ts';
import { compareRational, type Rational, rational } from '../../exact/rational.ts';
import { decideAtOnce } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { scoreOptions } from './score-options.ts';
import { averageOf, sumScores } from './sum-scores.ts';

/** Every voter scores the choices, and the most points win. Rules: SPEC.md. */
export const score = defineMethod({
  name: 'score',
  title: 'Score voting',
  source: 'Smith, Range Voting (2000)',
  forms: ['score'],
  seats: 'several',
  measure: 'points',
  options: scoreOptions,
  count(task) {
    const { ballots, options, standing } = task;
    const sums = sumScores(ballots, totalWeight(ballots));
    const figures = ballots.choices.map(({ withdrawn }, choice): Rational | null => {
      if (withdrawn) return null;
      if (options.unscored === 'left-out') return averageOf(sums, choice);
      return rational(sums.totals[choice]!, ballots.weightScale);
    });
    return ok(
      decideAtOnce(task, {
        votes: figures.map((figure) => (figure === null ? null : amount(figure))),
        compare: (a, b) => compareNullable(figures[a] ?? null, figures[b] ?? null),
        able: standing.filter((choice) => sums.scoredBy[choice]! > 0),
        reason: 'most-points',
      }),
    );
  },
});

/** No score at all is less than any. */
const compareNullable = (a: Rational | null, b: Rational | null): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareRational(a, b);
};
