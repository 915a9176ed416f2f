import { expect, it } from 'vitest';
import { readFigure } from './read-figure.ts';

it('reads digits of any script and ignores spaces', () => {
  expect(readFigure('431')).toBe(431);
  expect(readFigure(' 1 204 ')).toBe(1204);
  expect(readFigure('٤٣١')).toBe(431);
  expect(readFigure('۴۳۱')).toBe(431);
});

it('tells nothing from zero and from what is no count', () => {
  expect(readFigure('')).toBeNull();
  expect(readFigure('  ')).toBeNull();
  expect(readFigure('0')).toBe(0);
  expect(readFigure('12a')).toBeNaN();
  expect(readFigure('2,5')).toBe(2.5);
  expect(readFigure('-3')).toBe(-3);
});
