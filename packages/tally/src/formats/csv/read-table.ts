import { err, ok, type Result } from '@comitium/basics';
import { createProblemList, type FileProblem } from '../file-problem.ts';
import { type CsvField, createCsvParser } from './parse-csv.ts';

/** A CSV file with named columns. */
export interface CsvTable {
  readonly columns: readonly string[];
  /** As many fields as there are columns, each with its place in the file. */
  readonly rows: readonly (readonly CsvField[])[];
}

/** Reads a whole CSV text whose first row names the columns. Empty lines are passed over. Rule: SPEC.md F71. */
export const readCsvTable = (
  text: string,
  delimiter: ',' | ';' | '\t' = ',',
): Result<CsvTable, FileProblem[]> => {
  const problems = createProblemList();
  const rows: (readonly CsvField[])[] = [];
  const parser = createCsvParser({
    delimiter,
    problems,
    onRow: (row) => {
      if (row.length > 1 || row[0]?.text.trim() !== '') rows.push(row);
    },
  });
  parser.push(text);
  const end = parser.end();
  const [head, ...body] = rows;
  if (head === undefined) problems.add('header_missing', end, 'The first row names the columns.');
  const columns = (head ?? []).map((field) => field.text.trim());
  for (const [i, field] of (head ?? []).entries())
    if (columns.indexOf(columns[i]!) < i)
      problems.add('duplicate_name', field, `Two columns are named ${columns[i]}.`);
  for (const row of body)
    if (row.length !== columns.length)
      problems.add(
        'count_differs',
        row[0]!,
        `This row has ${row.length} fields; the first has ${columns.length}.`,
      );
  const list = problems.list();
  return list.length > 0 ? err(list) : ok({ columns, rows: body });
};
