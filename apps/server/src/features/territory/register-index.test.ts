import type { AreaId, RegisterId } from '@comitium/basics';
import { expect, test } from 'vitest';
import { type AreaTuple, createRegisterIndex } from './register-index.ts';

const area = (code: string, level: number, parent: string | null, registered = 0): AreaTuple => [
  `id-${code}` as AreaId,
  code,
  `Name of ${code}`,
  level,
  parent === null ? null : (`id-${parent}` as AreaId),
  registered,
  level === 2 ? 0.5 : null,
  level === 2 ? 7.25 : null,
];

const head = {
  id: 'r' as RegisterId,
  code: 'gh',
  name: 'Ghana',
  simulated: true,
  levels: ['nation', 'region', 'station'],
};
const areas = [
  area('GH', 0, null),
  area('N', 1, 'GH', 7),
  area('S', 1, 'GH'),
  area('N1', 2, 'N', 100),
  area('S1', 2, 'S', 30),
  area('N2', 2, 'N', 200),
];
const index = createRegisterIndex(head, areas);

test('areas are found by id and by code', () => {
  expect(index.find('N2')).toBe(5);
  expect(index.find('id-N2')).toBe(5);
  expect(index.find('X')).toBeUndefined();
});

test('stations and registered voters are summed from the stations up', () => {
  expect([...index.stations]).toEqual([3, 2, 1, 1, 1, 1]);
  expect([...index.registeredBelow]).toEqual([330, 300, 30, 100, 30, 200]);
  expect([...index.registered]).toEqual([0, 7, 0, 100, 30, 200]);
});

test('the tree is walked down and up in register order', () => {
  expect(index.children(0)).toEqual([1, 2]);
  expect(index.children(1)).toEqual([3, 5]);
  expect(index.children(5)).toEqual([]);
  expect(index.descendantsAt(0, 2)).toEqual([3, 5, 4]);
  expect(index.descendantsAt(1, 1)).toEqual([1]);
  expect(index.descendantsAt(3, 1)).toEqual([]);
  expect(index.path(5)).toEqual([5, 1, 0]);
});

test('only the last level holds stations, and points are given as they came', () => {
  expect([0, 1, 3].map(index.isStation)).toEqual([false, false, true]);
  expect(index.point(3)).toEqual([0.5, 7.25]);
  expect(index.point(0)).toBeNull();
});

test('a child before its parent is a bug', () => {
  expect(() => createRegisterIndex(head, [area('N', 1, 'GH'), area('GH', 0, null)])).toThrow(
    'before its parent',
  );
});
