// Equal Vote Coalition, Ranked Robin: Copeland's count of victories (1951), its ties broken by degrees of margins.
import { ok } from '@comitium/basics';
import { electionOf } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { namedStanding } from '../named-standing.ts';
import { compareStanding } from '../pairwise/compare-standing.ts';
import type { PairwiseMatrix } from '../pairwise/pairwise-matrix.ts';
import { pairwiseTable } from '../pairwise/pairwise-table.ts';
import { classesOf, pick } from '../pick.ts';
import { settle } from '../story.ts';
import { createRounds } from '../tell-rounds.ts';
import { degreeOf, type RobinTask } from './degrees.ts';
import { rankedRobinOptions } from './ranked-robin-options.ts';

/** Whoever beats most others is elected; ties go to margins, then to the tie breaker. Rules: SPEC.md. */
export const rankedRobin = defineMethod({
  name: 'ranked-robin',
  title: 'Ranked Robin (Copeland)',
  source: 'Equal Vote Coalition, Ranked Robin; Copeland 1951',
  forms: ['choose', 'rank', 'score'],
  seats: 'one',
  measure: 'wins',
  options: rankedRobinOptions,
  count(task) {
    const compared = compareStanding(task);
    return compared.ok ? ok(countRobin(task, compared.value)) : compared;
  },
});

const countRobin = (task: RobinTask, matrix: PairwiseMatrix) => {
  const { rounds, tell } = createRounds(task);
  const wins = degreeOf(task, matrix, { degree: 0, finalists: [] });
  const ranking = classesOf(task.standing, (a, b) => wins.figure(a) - wins.figure(b));
  const able = namedStanding(task);
  let [tied, finalists, shown] = [able, able, task.standing];
  for (let degree = 0; ; degree++) {
    const { reason, figure, show } = degreeOf(task, matrix, { degree, finalists });
    const compare = (a: number, b: number): number => figure(a) - figure(b);
    const votes = task.ballots.choices.map((_, choice) => (shown.includes(choice) ? show(choice) : null));
    const best = classesOf(tied, compare)[0] ?? [];
    if (best.length < 2 || degree === task.options.degrees) {
      const question = { round: degree + 1, purpose: 'elect', want: 'most', places: 1 } as const;
      const elected = pick(task.ties, { candidates: tied, compare, ...question });
      tell({ votes, actions: [electionOf(elected, reason)], elected: elected.ok ? elected.value : [] });
      const outcome = settle(elected, { seats: 1, ranking });
      return { rounds, outcome, tables: [pairwiseTable(task, matrix)] };
    }
    tell({ votes, actions: [{ kind: 'advance', choices: best, reason }] });
    if (degree === 0) finalists = best;
    tied = best;
    shown = best;
  }
};
