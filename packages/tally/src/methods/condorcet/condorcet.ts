// Condorcet, Essai sur l'application de l'analyse à la probabilité des décisions rendues à la pluralité des voix (1785).
import { ok } from '@comitium/basics';
import type { CountAction } from '../count-action.ts';
import { defineMethod } from '../define-method.ts';
import { namedStanding } from '../named-standing.ts';
import { compareStanding } from '../pairwise/compare-standing.ts';
import { marginOf } from '../pairwise/pairwise-matrix.ts';
import { pairwiseTable } from '../pairwise/pairwise-table.ts';
import { smithSets } from '../pairwise/smith-sets.ts';
import { settle } from '../story.ts';
import { createRounds } from '../tell-rounds.ts';

/** Whoever beats everybody else one by one is elected; nobody, where there is no such choice. Rules: SPEC.md. */
export const condorcet = defineMethod({
  name: 'condorcet',
  title: 'Condorcet winner',
  source: 'Condorcet, Essai sur l’application de l’analyse (1785)',
  forms: ['choose', 'rank', 'score'],
  seats: 'one',
  measure: 'wins',
  options: {},
  count(task) {
    const compared = compareStanding(task);
    if (!compared.ok) return compared;
    const matrix = compared.value;
    const { ballots, standing } = task;
    const wins = new Map(standing.map((a) => [a, standing.filter((b) => marginOf(matrix, a, b) > 0).length]));
    const able = namedStanding(task);
    const elected = able.filter((choice) => wins.get(choice) === standing.length - 1);
    const { rounds, tell } = createRounds(task);
    const votes = ballots.choices.map((_, choice) => wins.get(choice)?.toString() ?? null);
    tell({ votes, actions: [actionOf(able, elected)], elected });
    const ranking = smithSets(matrix, standing);
    return ok({
      rounds,
      outcome: settle(ok(elected), { seats: 1, ranking }),
      tables: [pairwiseTable(task, matrix)],
    });
  },
});

const actionOf = (able: readonly number[], elected: readonly number[]): CountAction => {
  if (able.length === 0) return { kind: 'stop', reason: 'no-votes' };
  if (elected.length === 0) return { kind: 'stop', reason: 'nobody-beats-all' };
  return { kind: 'elect', choices: elected, reason: 'beats-all' };
};
