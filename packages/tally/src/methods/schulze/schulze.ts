// Schulze, A New Monotonic, Clone-Independent, Reversal Symmetric, and Condorcet-Consistent Single-Winner Election Method (2011).
import { ok } from '@comitium/basics';
import type { ReportTable } from '../count-report.ts';
import type { CountTask } from '../counting-method.ts';
import { decideAtOnce } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { namedStanding } from '../named-standing.ts';
import { compareStanding } from '../pairwise/compare-standing.ts';
import { pairwiseTable } from '../pairwise/pairwise-table.ts';
import { strengthOf, strengthOption } from '../pairwise/strength-option.ts';
import { widenPaths } from './widest-paths.ts';

/** Whoever nobody reaches by a stronger path of victories than leads back is elected. Rules: SPEC.md. */
export const schulze = defineMethod({
  name: 'schulze',
  title: 'Schulze (strongest paths)',
  source: 'Schulze, Social Choice and Welfare 36 (2011)',
  forms: ['choose', 'rank', 'score'],
  seats: 'one',
  measure: 'wins',
  options: { strength: strengthOption },
  count(task) {
    const compared = compareStanding(task);
    if (!compared.ok) return compared;
    const { ballots, standing, options } = task;
    const size = standing.length;
    const strength = strengthOf(compared.value, options.strength);
    const direct = Float64Array.from({ length: size * size }, (_, cell) =>
      strength(standing[Math.floor(cell / size)]!, standing[cell % size]!),
    );
    const paths = widenPaths(direct, size);
    const layers = layersOf(paths, size).map((layer) => layer.map((place) => standing[place]!));
    // The layers are the order of Schulze; the first holds exactly the potential winners.
    const layer = new Map(layers.flatMap((choices, i) => choices.map((choice) => [choice, i])));
    const wins = new Map(standing.map((choice, place) => [choice, winsOf(paths, place, size)]));
    return ok(
      decideAtOnce(task, {
        votes: ballots.choices.map((_, choice) => wins.get(choice)?.toString() ?? null),
        compare: (a, b) => layer.get(b)! - layer.get(a)!,
        able: namedStanding(task),
        reason: 'strongest-paths',
        ranking: layers,
        tables: [pairwiseTable(task, compared.value), pathsTable(task, paths)],
      }),
    );
  },
});

/** Over how many others the path is stronger than the path back. */
const winsOf = (paths: Float64Array, a: number, size: number): number => {
  let wins = 0;
  for (let b = 0; b < size; b++) if (paths[a * size + b]! > paths[b * size + a]!) wins++;
  return wins;
};

/** Those whom nobody beats by paths, then those whom nobody beats of the rest, and so on. */
const layersOf = (paths: Float64Array, size: number): number[][] => {
  let left = Array.from({ length: size }, (_, place) => place);
  const layers: number[][] = [];
  while (left.length > 0) {
    const top = left.filter((a) => left.every((b) => paths[b * size + a]! <= paths[a * size + b]!));
    layers.push(top);
    left = left.filter((place) => !top.includes(place));
  }
  return layers;
};

const pathsTable = (
  { ballots, standing, votes }: Pick<CountTask<unknown>, 'ballots' | 'standing' | 'votes'>,
  paths: Float64Array,
): ReportTable => ({
  name: 'strongest-paths',
  columns: standing.map((choice) => ballots.choices[choice]!.name),
  rows: standing.map((choice, a) => ({
    label: ballots.choices[choice]!.name,
    cells: standing.map((_, b) => (a === b ? null : votes(paths[a * standing.length + b]!))),
  })),
});
