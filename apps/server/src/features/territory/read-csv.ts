import { err, ok, type Result } from '@comitium/basics';
import type { FieldError } from '@comitium/contract';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';

export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvFile {
  /** Every line after the header, those with errors among them. */
  readonly rows: readonly CsvRow[];
  /** Lines whose cells do not fit the header. */
  readonly errors: readonly FieldError[];
}

export interface CsvOptions {
  readonly encoding?: string | undefined;
  /** Columns that must be there. */
  readonly columns: readonly string[];
  /** All the columns that there are; a name that is none of them is refused. */
  readonly others: readonly string[];
}

/** Rows by column name. The separator (comma, semicolon, tab) is read from the header; a byte order mark is skipped. */
export const readCsv = (
  bytes: Uint8Array,
  { encoding = 'utf-8', ...options }: CsvOptions,
): Result<CsvFile, readonly FieldError[]> => {
  const text = decodeText(bytes, encoding);
  if (!text.ok) return text;
  const records = parseRecords(text.value);
  if (!records.ok) return records;
  const [header, ...rows] = records.value;
  if (header === undefined) return err([{ path: '', code: 'empty', message: 'The file is empty.', line: 1 }]);
  const names = header.record.map((name) => name.toLowerCase());
  const flaws = checkHeader(names, options);
  if (flaws.length > 0) return err(flaws);
  return ok(withNames(names, rows));
};

const checkHeader = (
  names: readonly string[],
  { columns, others }: Pick<CsvOptions, 'columns' | 'others'>,
): FieldError[] => {
  const missing = columns.filter((column) => !names.includes(column));
  const twice = new Set(names.filter((name, place) => name !== '' && names.indexOf(name) !== place));
  const unknown = names.filter((name) => name !== '' && !others.includes(name));
  const flaw = (code: string, message: string): FieldError => ({ path: '', code, message, line: 1 });
  return [
    ...(missing.length > 0
      ? [flaw('column_missing', `The header lacks the columns ${missing.join(', ')}.`)]
      : []),
    ...[...twice].map((name) => flaw('column_twice', `The header has the column ${name} twice.`)),
    ...unknown.map((name) =>
      flaw('column_unknown', `There is no column ${name}; there are ${others.join(', ')}.`),
    ),
  ];
};

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const parseRecords = (text: string): Result<Parsed[], readonly FieldError[]> => {
  try {
    const records: unknown = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return ok(records as Parsed[]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? { line: error['lines'] } : {};
    return err([{ path: '', code: 'not_csv', message: error.message, ...line }]);
  }
};

const separatorOf = (text: string): string => {
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const count = (separator: string): number => header.split(separator).length;
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
};

const withNames = (names: readonly string[], rows: readonly Parsed[]): CsvFile => {
  const errors: FieldError[] = [];
  const found = rows.map(({ record, info }): CsvRow => {
    if (record.length !== names.length) {
      const message = `The line has ${record.length} cells and the header ${names.length}.`;
      errors.push({ path: '', code: 'cell_count', message, line: info.lines });
    }
    const cells: Record<string, string> = Object.create(null);
    for (const [place, name] of names.entries()) cells[name] = record[place] ?? '';
    return { line: info.lines, cells };
  });
  return { rows: found, errors };
};
