import { err, ok, type Result } from '@comitium/basics';
import type { ComparedBallot } from '@comitium/tally/audits';
import type { CommandProblem } from '../count/command-problem.ts';
import { problemAt, readCount } from '../seats/read-figures.ts';
import { mapRows, readChoices, readRows } from './read-rows.ts';

/** What stands in a field where the paper or its record was not to be found. */
const missing = '?';

/**
 * Compared papers: `record` and `hand` name the choices that the machine and the people saw, separated by semicolons, empty for none, ?
 * for a paper or a record that is not there; `times`, if there is such a column, how often the paper was drawn.
 */
export const readCompared = (
  path: string,
  choices: readonly string[],
): Result<ComparedBallot[], CommandProblem[]> => {
  const rows = readRows(path, ['record', 'hand']);
  if (!rows.ok) return rows;
  return mapRows(rows.value, (row, problems) => {
    const seen = (column: string): number[] | null =>
      row.text(column) === missing ? null : readChoices(row.field(column), choices, problems);
    const times = row.optional('times');
    return {
      record: seen('record'),
      hand: seen('hand'),
      times: times === null ? 1 : readCount(problems, times),
    };
  });
};

/** The batches drawn, one row a draw, as `audit draw --csv` writes them. */
export const readDraws = (path: string, batches: readonly string[]): Result<number[], CommandProblem[]> => {
  const rows = readRows(path, ['batch']);
  if (!rows.ok) return rows;
  return mapRows(rows.value, (row, problems) => {
    const batch = batches.indexOf(row.text('batch'));
    if (batch < 0)
      problems.push(
        problemAt(
          row.field('batch'),
          'unknown_batch',
          `The batch ${row.text('batch')} is not in the manifest.`,
        ),
      );
    return batch;
  });
};

/** Problems where the wanted file was not named. */
export const needed = (path: string | undefined, words: string): Result<string, CommandProblem[]> =>
  path === undefined ? err([{ code: 'sample_missing', line: null, column: null, message: words }]) : ok(path);
