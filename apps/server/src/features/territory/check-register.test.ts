import { expect, test } from 'vitest';
import { checkRegister } from './check-register.ts';
import type { RegisterRow } from './register-row.ts';

const levels = ['nation', 'region', 'station'];
let line = 1;
const row = (
  code: string,
  level: number,
  parent: string | null,
  more: Partial<RegisterRow> = {},
): RegisterRow => {
  line += 1;
  return { path: '', line, code, name: code, parent, level, registered: 0, point: null, ...more };
};
const sound = () => [row('X', 0, null), row('N', 1, 'X'), row('N1', 2, 'N')];
const codesOf = (rows: readonly RegisterRow[]): string[] =>
  checkRegister(levels, rows).errors.map(({ code }) => code);

test('a sound register has no errors, and parents come first', () => {
  const [root, region, station] = sound();
  const { errors, ordered } = checkRegister(levels, [station!, region!, root!]);
  expect(errors).toEqual([]);
  expect(ordered.map(({ code }) => code)).toEqual(['X', 'N', 'N1']);
});

test('every bad row is reported with its line, all at once', () => {
  const rows = [
    ...sound(),
    row('N1', 2, 'N'),
    row('N3', 2, 'Q'),
    row(' ', 2, 'N', { name: 'Z', registered: -1 }),
  ];
  const { errors } = checkRegister(levels, rows);
  expect(errors.map(({ code, path, line: at }) => [code, path, at])).toEqual([
    ['duplicate_code', 'code', rows[3]?.line],
    ['unknown_parent', 'parent', rows[4]?.line],
    ['empty', 'code', rows[5]?.line],
    ['negative', 'registered', rows[5]?.line],
  ]);
});

test('rows of a JSON import are reported by their pointer', () => {
  const bad = row('N2', 2, 'N', { name: '', path: '/areas/3', line: undefined });
  const [error] = checkRegister(levels, [...sound(), bad]).errors;
  expect(error).toEqual({ path: '/areas/3/name', code: 'empty', message: 'The name is empty.' });
});

test('there is exactly one root', () => {
  expect(codesOf([...sound(), row('Y', 0, null), row('Y1', 1, 'Y'), row('Y11', 2, 'Y1')])).toEqual([
    'second_root',
  ]);
  expect(codesOf([row('N', 1, 'X')])).toContain('root_missing');
});

test('a level may not be skipped', () => {
  expect(codesOf([...sound(), row('N9', 2, 'X')])).toEqual(['level_skipped']);
});

test('areas in a circle are found, those hanging below the circle are not blamed', () => {
  const rows = [...sound(), row('A', 1, 'B'), row('B', 1, 'A'), row('C', 2, 'A')];
  const cycles = checkRegister(levels, rows).errors.filter(({ code }) => code === 'cycle');
  expect(cycles.map(({ message }) => message)).toEqual(['A lies below itself.', 'B lies below itself.']);
});

test('only polling stations may have nothing below them', () => {
  expect(codesOf([...sound(), row('S', 1, 'X')])).toEqual(['leaf_above_station']);
});

test('figures and points keep to their ranges', () => {
  const station = (more: Partial<RegisterRow>) => codesOf([...sound(), row('N2', 2, 'N', more)]);
  expect(station({ registered: 2_147_483_648 })).toEqual(['not_an_integer']);
  expect(station({ registered: 1.5 })).toEqual(['not_an_integer']);
  expect(station({ point: [181, 0] })).toEqual(['point_out_of_range']);
  expect(station({ point: [-180, 90] })).toEqual([]);
  expect(station({ name: 'a\u0000b' })).toEqual(['invalid_character']);
  expect(station({ name: '\ud800' })).toEqual(['invalid_character']);
});

test('two levels of one name are refused', () => {
  expect(checkRegister(['nation', 'Region', 'region'], sound()).errors.map(({ code }) => code)).toEqual([
    'duplicate_level',
  ]);
});
