import { expect, it } from 'vitest';
import { mergeList } from './merge-list.ts';

const row = (id: string, status = 'held') => ({ id, status });
const known = new Map([row('a'), row('b'), row('c')].map((each) => [each.id, each]));

it('keeps every row in its place and shows its newest content', () => {
  const { rows, waiting } = mergeList(['a', 'b', 'c'], { fresh: [row('c', 'x'), row('a'), row('b')], known });
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    ['a', 'held'],
    ['b', 'held'],
    ['c', 'x'],
  ]);
  expect(waiting).toBe(0);
});

it('marks what left the list instead of taking it away', () => {
  const { rows } = mergeList(['a', 'b'], { fresh: [row('b')], known });
  expect(rows).toEqual([
    { id: 'a', status: 'held', gone: true },
    { id: 'b', status: 'held', gone: false },
  ]);
});

it('lets new rows wait', () => {
  const { rows, waiting } = mergeList(['b'], { fresh: [row('n'), row('m'), row('b')], known });
  expect(rows.map(({ id }) => id)).toEqual(['b']);
  expect(waiting).toBe(2);
});
