import { existsSync, readFileSync } from 'node:fs';
import { err, ok, type Result } from '@comitium/basics';
import { type CsvField, delimiterOf, readCsvTable } from '@comitium/tally/formats';
import { type CommandProblem, ofArgument, ofFile } from '../count/command-problem.ts';
import { problemAt } from '../seats/read-figures.ts';

/** A row of a CSV file, by the names of its columns. */
export interface Row {
  /** Throws where the column was not asked for as needed. */
  readonly field: (column: string) => CsvField;
  readonly text: (column: string) => string;
  /** Null where the file has no such column. */
  readonly optional: (column: string) => CsvField | null;
}

/** The rows of a file that must have the columns needed. Columns that nobody asked for are passed over. */
export const readRows = (path: string, needed: readonly string[]): Result<Row[], CommandProblem[]> => {
  if (!existsSync(path)) return err([ofArgument('file_missing', `There is no file ${path}.`)]);
  const text = readFileSync(path, 'utf8');
  const table = readCsvTable(text, delimiterOf(text));
  if (!table.ok) return err(table.error.map(ofFile));
  const { columns, rows } = table.value;
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    return err(missing.map((name) => ofArgument('column_missing', `${path} has no column ${name}.`)));
  if (rows.length === 0) return err([ofArgument('rows_missing', `${path} has no rows but the first.`)]);
  return ok(
    rows.map((row): Row => {
      const optional = (column: string) => row[columns.indexOf(column)] ?? null;
      const field = (column: string) => {
        const found = optional(column);
        if (found === null) throw new Error(`column ${column} was not asked for`);
        return found;
      };
      return { field, optional, text: (column) => field(column).text.trim() };
    }),
  );
};

/** Reads every row; whatever is wrong is answered together. */
export const mapRows = <T>(
  rows: readonly Row[],
  read: (row: Row, problems: CommandProblem[]) => T,
): Result<T[], CommandProblem[]> => {
  const problems: CommandProblem[] = [];
  const values = rows.map((row) => read(row, problems));
  return problems.length > 0 ? err(problems) : ok(values);
};

/** The choices that a field names, separated by semicolons; none where it is empty. */
export const readChoices = (
  field: CsvField,
  choices: readonly string[],
  problems: CommandProblem[],
): number[] => {
  const names = field.text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.flatMap((name) => {
    const choice = choices.indexOf(name);
    if (choice >= 0) return [choice];
    problems.push(problemAt(field, 'unknown_choice', `${name} is no choice of this contest.`));
    return [];
  });
};
