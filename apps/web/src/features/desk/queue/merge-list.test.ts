import { expect, it } from 'vitest';
import { mergeList } from './merge-list.ts';

const row = (id: string, status = 'held') => ({ id, status });
const known = new Map([row('a'), row('b'), row('c')].map((each) => [each.id, each]));

it('keeps every row in its place and shows its newest content', () => {
  const { rows, waiting } = mergeList(['a', 'b', 'c'], {
    fresh: [row('c', 'x'), row('a'), row('b')],
    known,
    more: false,
  });
  expect(rows.map(({ id, status }) => [id, status])).toEqual([
    ['a', 'held'],
    ['b', 'held'],
    ['c', 'x'],
  ]);
  expect(waiting).toBe(0);
});

it('marks what left the list instead of taking it away', () => {
  const { rows } = mergeList(['a', 'b'], { fresh: [row('b')], known, more: false });
  expect(rows).toEqual([
    { id: 'a', status: 'held', gone: true },
    { id: 'b', status: 'held', gone: false },
  ]);
});

it('lets new rows wait', () => {
  const { rows, waiting } = mergeList(['b'], { fresh: [row('n'), row('m'), row('b')], known, more: true });
  expect(rows.map(({ id }) => id)).toEqual(['b']);
  expect(waiting).toBe(2);
});

it('does not take rows for gone that new ones pushed to the next page', () => {
  const fresh = [row('n'), row('m'), row('a')];
  expect(mergeList(['a', 'b', 'c'], { fresh, known, more: true }).rows.map(({ gone }) => gone)).toEqual([
    false,
    false,
    false,
  ]);
  const { rows } = mergeList(['a', 'b', 'c'], { fresh: [row('n'), row('c')], known, more: true });
  expect(rows.map(({ gone }) => gone)).toEqual([true, true, false]);
});

it('lets older rows that come up follow at the end', () => {
  const fresh = [row('n'), row('b'), row('c'), row('d'), row('e')];
  const { rows, waiting } = mergeList(['a', 'b', 'c'], { fresh, known, more: true });
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(waiting).toBe(1);
});

it('lets all rows wait when nothing of the list is left', () => {
  const { rows, waiting } = mergeList(['a'], { fresh: [row('d'), row('e')], known, more: false });
  expect(rows).toEqual([{ id: 'a', status: 'held', gone: true }]);
  expect(waiting).toBe(2);
});
