// Simpson 1969, Kramer 1977: the choice whose worst defeat is the smallest.
import { ok } from '@comitium/basics';
import { decideAtOnce } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { namedStanding } from '../named-standing.ts';
import { compareStanding } from '../pairwise/compare-standing.ts';
import { marginOf, type PairwiseMatrix, supportOf } from '../pairwise/pairwise-matrix.ts';
import { pairwiseTable } from '../pairwise/pairwise-table.ts';
import { strengthOf } from '../pairwise/strength-option.ts';
import { votesByChoice } from '../story.ts';

/** Whoever's worst comparison is the least bad is elected. Rules: SPEC.md. */
export const minimax = defineMethod({
  name: 'minimax',
  title: 'Minimax (Simpson–Kramer)',
  source:
    'Simpson, On Defining Areas of Voter Choice (1969); Kramer, A Dynamical Model of Political Equilibrium (1977)',
  forms: ['choose', 'rank', 'score'],
  seats: 'one',
  measure: 'strength',
  options: {
    strength: {
      kind: 'one-of',
      values: ['winning-votes', 'margins', 'opposition'],
      default: 'winning-votes',
      about:
        'What is compared: votes of the winning side in the worst defeat, the worst margin, or the most votes against in any pair.',
    },
  },
  count(task) {
    const compared = compareStanding(task);
    if (!compared.ok) return compared;
    const { ballots, standing, options, votes } = task;
    const against = againstOf(compared.value, options.strength);
    const stands = new Set(standing);
    const worst = ballots.choices.map((_, choice) =>
      stands.has(choice) ? worstOf(choice, standing, against) : 0,
    );
    return ok(
      decideAtOnce(task, {
        votes: votesByChoice(ballots.choices, worst, votes, (choice) => stands.has(choice)),
        compare: (a, b) => worst[b]! - worst[a]!,
        able: namedStanding(task),
        reason: 'smallest-defeat',
        tables: [pairwiseTable(task, compared.value)],
      }),
    );
  },
});

type Against = (choice: number, other: number) => number;

const againstOf = (matrix: PairwiseMatrix, strength: 'winning-votes' | 'margins' | 'opposition'): Against => {
  if (strength === 'opposition') return (choice, other) => supportOf(matrix, other, choice);
  if (strength === 'margins') return (choice, other) => marginOf(matrix, other, choice);
  const victory = strengthOf(matrix, 'winning-votes');
  return (choice, other) => victory(other, choice);
};

/** 0 where there is nobody to compare with. */
const worstOf = (choice: number, standing: readonly number[], against: Against): number => {
  const all = standing.filter((other) => other !== choice).map((other) => against(choice, other));
  return all.length === 0 ? 0 : all.reduce((most, one) => Math.max(most, one));
};
