import { ok, type Result } from '@comitium/basics';
import type { FieldError } from '@comitium/contract';
import { joinErrors } from './join-errors.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import type { RegisterRow } from './register-row.ts';

export interface ReadRows {
  readonly rows: readonly RegisterRow[];
  /** Cells that could not be read; their rows hold something in their place. */
  readonly errors: readonly FieldError[];
}

const required = ['code', 'name', 'parent', 'level', 'registered'];
const known = [...required, 'lng', 'lat'];
const integer = /^-?\d{1,15}$/;
const decimal = /^-?\d{1,3}(\.\d+)?$/;

/**
 * Columns code, name, parent, level (number or name), registered (empty counts 0 above the polling station), and lng,
 * lat where known; others are refused, because a misspelt one would lose the points without a word.
 */
export const readRegisterCsv = (
  bytes: Uint8Array,
  { levels, encoding }: { levels: readonly string[]; encoding?: string | undefined },
): Result<ReadRows, readonly FieldError[]> => {
  const read = readCsv(bytes, { columns: required, others: known, encoding });
  if (!read.ok) return read;
  const errors: FieldError[] = [];
  const levelOf = new Map(levels.map((name, level) => [name.toLowerCase(), level]));
  const rows = read.value.rows.map((row) => readRow(row, levelOf, errors));
  return ok({ rows, errors: joinErrors(read.value.errors, errors) });
};

const readRow = (
  { cells, line }: CsvRow,
  levelOf: ReadonlyMap<string, number>,
  errors: FieldError[],
): RegisterRow => {
  const refuse = (path: string, code: string, message: string): void => {
    errors.push({ path, code, message, line });
  };
  const cell = (name: string): string => cells[name] ?? '';
  const levelText = cell('level');
  const level = integer.test(levelText) ? Number(levelText) : levelOf.get(levelText.toLowerCase());
  if (level === undefined) refuse('level', 'unknown_level', `There is no level “${levelText}”.`);
  const registeredText = cell('registered');
  const isStation = level === levelOf.size - 1;
  const missing = registeredText === '' && !isStation;
  if (!missing && !integer.test(registeredText)) {
    refuse('registered', 'not_an_integer', `“${registeredText}” is not a whole number of voters.`);
  }
  return {
    path: '',
    line,
    code: cell('code'),
    name: cell('name'),
    parent: cell('parent') === '' ? null : cell('parent'),
    level: level ?? Number.NaN,
    registered: integer.test(registeredText) ? Number(registeredText) : 0,
    point: readPoint(cell('lng'), cell('lat'), refuse),
  };
};

const readPoint = (
  lng: string,
  lat: string,
  refuse: (path: string, code: string, message: string) => void,
): [number, number] | null => {
  if (lng === '' && lat === '') return null;
  if (decimal.test(lng) && decimal.test(lat)) return [Number(lng), Number(lat)];
  refuse('lng', 'not_a_point', `“${lng}, ${lat}” is not a longitude and latitude in degrees.`);
  return null;
};
