// Every rule a register must keep, checked on all rows before anything is written.
import type { FieldError } from '@comitium/contract';
import { isBidiClosed } from './bidi-closed.ts';
import { findCycles } from './find-cycles.ts';
import type { RegisterRow } from './register-row.ts';

export interface CheckedRegister {
  readonly errors: readonly FieldError[];
  /** Level by level, otherwise as given: parents before children. */
  readonly ordered: readonly RegisterRow[];
}

const largest = 2_147_483_647;
const control = /\p{Cc}/u;

export const checkRegister = (levels: readonly string[], rows: readonly RegisterRow[]): CheckedRegister => {
  const found = new Map<RegisterRow, FieldError[]>();
  const refuse: Refuse = (row, field, [code, message]) => {
    const path = row.line === undefined ? `${row.path}/${field}` : field;
    const error = { path, code, message, ...(row.line === undefined ? {} : { line: row.line }) };
    const known = found.get(row);
    if (known === undefined) found.set(row, [error]);
    else known.push(error);
  };
  const byCode = new Map<string, RegisterRow>();
  for (const row of rows) {
    if (byCode.has(row.code)) refuse(row, 'code', ['duplicate_code', `The code ${row.code} is used twice.`]);
    else byCode.set(row.code, row);
    checkFields(row, levels.length, refuse);
  }
  checkPlaces(rows, byCode, refuse);
  checkLeaves(rows, levels, refuse);
  for (const row of findCycles(rows, byCode)) {
    refuse(row, 'parent', ['cycle', `${row.code} lies below itself.`]);
  }
  return {
    errors: [...checkLevels(levels), ...rootErrors(rows), ...rows.flatMap((row) => found.get(row) ?? [])],
    ordered: rows.toSorted((a, b) => a.level - b.level),
  };
};

type Refuse = (row: RegisterRow, field: string, error: readonly [code: string, message: string]) => void;

const checkLevels = (levels: readonly string[]): FieldError[] => {
  if (new Set(levels.map((name) => name.toLowerCase())).size === levels.length) return [];
  return [{ path: '/levels', code: 'duplicate_level', message: 'Two levels have the same name.' }];
};

const rootErrors = (rows: readonly RegisterRow[]): FieldError[] =>
  rows.some(({ parent }) => parent === null)
    ? []
    : [{ path: '/areas', code: 'root_missing', message: 'No area is the whole: one must have no parent.' }];

const checkText = (row: RegisterRow, field: 'code' | 'name', refuse: Refuse): void => {
  const text = row[field];
  if (text.trim() === '') refuse(row, field, ['empty', `The ${field} is empty.`]);
  if (text.length > (field === 'code' ? 64 : 200))
    refuse(row, field, ['too_long', `The ${field} is too long.`]);
  if (control.test(text) || !text.isWellFormed() || !isBidiClosed(text)) {
    refuse(row, field, ['invalid_character', `The ${field} holds a character that cannot be shown.`]);
  }
};

const checkFields = (row: RegisterRow, levels: number, refuse: Refuse): void => {
  checkText(row, 'code', refuse);
  checkText(row, 'name', refuse);
  const { level, registered, point } = row;
  if (!Number.isInteger(level) || level < 0 || level >= levels) {
    refuse(row, 'level', ['level_out_of_range', `Levels go from 0 to ${levels - 1}.`]);
  }
  if (registered < 0) refuse(row, 'registered', ['negative', 'Registered voters cannot be fewer than none.']);
  else if (!Number.isInteger(registered) || registered > largest) {
    refuse(row, 'registered', ['not_an_integer', `${registered} is not a number of voters.`]);
  }
  if (point !== null && !(Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90)) {
    refuse(row, 'point', ['point_out_of_range', 'A point is a longitude (±180) and a latitude (±90).']);
  }
};

const checkPlaces = (
  rows: readonly RegisterRow[],
  byCode: ReadonlyMap<string, RegisterRow>,
  refuse: Refuse,
): void => {
  const root = rows.find(({ parent }) => parent === null);
  for (const row of rows) {
    if (row.parent === null) {
      if (row !== root) refuse(row, 'parent', ['second_root', `${root?.code} is the whole already.`]);
      if (row.level !== 0) refuse(row, 'level', ['level_skipped', 'An area without a parent is of level 0.']);
      continue;
    }
    const above = byCode.get(row.parent);
    if (above === undefined) {
      refuse(row, 'parent', ['unknown_parent', `There is no area ${row.parent}.`]);
    } else if (Number.isInteger(above.level) && row.level !== above.level + 1) {
      const message = `${row.code} is of level ${row.level} and its parent ${above.code} of level ${above.level}.`;
      refuse(row, 'level', ['level_skipped', message]);
    }
  }
};

const checkLeaves = (rows: readonly RegisterRow[], levels: readonly string[], refuse: Refuse): void => {
  const parents = new Set(rows.map(({ parent }) => parent));
  for (const row of rows) {
    if (row.level < levels.length - 1 && !parents.has(row.code)) {
      const message = `${row.code} has no area below it, but is no ${levels.at(-1)}.`;
      refuse(row, 'level', ['leaf_above_station', message]);
    }
  }
};
