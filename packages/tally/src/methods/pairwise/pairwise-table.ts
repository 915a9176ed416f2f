import type { ReportTable } from '../count-report.ts';
import type { CountTask } from '../counting-method.ts';
import { type PairwiseMatrix, supportOf } from './pairwise-matrix.ts';

/** The matrix for a report: rows over columns, among the choices that stand. */
export const pairwiseTable = (
  { ballots, standing, votes }: Pick<CountTask<unknown>, 'ballots' | 'standing' | 'votes'>,
  matrix: PairwiseMatrix,
): ReportTable => ({
  name: 'pairwise',
  columns: standing.map((choice) => ballots.choices[choice]!.name),
  rows: standing.map((a) => ({
    label: ballots.choices[a]!.name,
    cells: standing.map((b) => (a === b ? null : votes(supportOf(matrix, a, b)))),
  })),
});
