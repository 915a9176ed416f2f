import { expect, it } from 'vitest';
import { countDifferences } from './count-differences.ts';

const sheet = { votes: { npp: 120, ndc: 80 }, rejected: 4, cast: 204, registered: 300 };

it('counts the choices and the other figures that differ', () => {
  expect(countDifferences(sheet, sheet)).toBe(0);
  expect(countDifferences(sheet, { ...sheet, votes: { npp: 121, ndc: 80 }, cast: 205 })).toBe(2);
});

it('takes a choice that only one sheet names as zero on the other', () => {
  expect(countDifferences(sheet, { ...sheet, votes: { npp: 120 } })).toBe(1);
  expect(countDifferences({ ...sheet, votes: { npp: 120, ndc: 80, ind: 0 } }, sheet)).toBe(0);
});
