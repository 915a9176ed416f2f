import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { err, ok, type Result } from '@comitium/basics';
import { CsvError, parse } from 'csv-parse/sync';
import { fileError, type SpainImportError } from './import-error.ts';

export interface TableRow<Column extends string> {
  /** Of the file, from 1; the header is line 1. */
  readonly line: number;
  readonly fields: Readonly<Record<Column, string>>;
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly line: number;
}

/** A small CSV file, gzipped where its name says so, as a whole. */
export const readTable = async <Column extends string>(
  file: string,
  columns: readonly Column[],
): Promise<Result<TableRow<Column>[], SpainImportError>> => {
  try {
    const packed = await readFile(file);
    const text = file.endsWith('.gz') ? gunzipSync(packed) : packed;
    const rows: ParsedRow[] = [];
    parse(text, {
      bom: true,
      on_record: (record: string[], { lines }) => {
        rows.push({ record, line: lines });
        return null;
      },
    });
    return pick(file, columns, rows);
  } catch (cause) {
    const line = cause instanceof CsvError ? (cause['lines'] as number | undefined) : undefined;
    return err(fileError(file, cause, line));
  }
};

const pick = <Column extends string>(
  file: string,
  columns: readonly Column[],
  rows: readonly ParsedRow[],
): Result<TableRow<Column>[], SpainImportError> => {
  const header = rows[0]?.record ?? [];
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const detail = `There is no column ${missing.join(', ')}.`;
    return err({ code: 'columns_missing', file, line: 1, detail });
  }
  const places = columns.map((name) => [name, header.indexOf(name)] as const);
  return ok(
    rows.slice(1).map(({ record, line }) => ({
      line,
      fields: Object.fromEntries(places.map(([name, place]) => [name, record[place] ?? ''])) as Record<
        Column,
        string
      >,
    })),
  );
};
