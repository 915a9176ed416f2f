import { err, ok, type Result } from '@comitium/basics';
import type { CommandProblem } from '../count/command-problem.ts';
import { problemAt, readCount } from '../seats/read-figures.ts';
import { mapRows, readRows } from './read-rows.ts';

/** Where the papers lie: batches, such as boxes or envelopes, each with the number of papers in it. */
export interface Manifest {
  readonly batches: readonly { readonly name: string; readonly ballots: number }[];
  readonly ballots: number;
}

/** Reads the columns `batch` and `ballots`. */
export const readManifest = (path: string): Result<Manifest, CommandProblem[]> => {
  const rows = readRows(path, ['batch', 'ballots']);
  if (!rows.ok) return rows;
  const names = new Set<string>();
  const batches = mapRows(rows.value, (row, problems) => {
    const name = row.text('batch');
    if (name === '')
      problems.push(problemAt(row.field('batch'), 'batch_missing', 'This row names no batch.'));
    if (names.has(name))
      problems.push(problemAt(row.field('batch'), 'repeated_batch', `The batch ${name} comes twice.`));
    names.add(name);
    return { name, ballots: readCount(problems, row.field('ballots')) };
  });
  if (!batches.ok) return batches;
  const ballots = batches.value.reduce((sum, batch) => sum + batch.ballots, 0);
  if (ballots === 0)
    return err([{ code: 'no_ballots', line: null, column: null, message: `${path} lists no papers.` }]);
  return ok({ batches: batches.value, ballots });
};
