import { expect, it } from 'vitest';
import { areConfusable, needPattern } from './confusable-colors.ts';

it('finds red and green that only hue keeps apart', () => {
  expect(areConfusable('#b5651d', '#6b7f1a')).toBe(true);
  expect(areConfusable('#0047ab', '#e30613')).toBe(false);
  expect(areConfusable('#123456', '#123456')).toBe(true);
});

it('gives the pattern to the later of two, and lets a third be plain', () => {
  expect(needPattern(['#b5651d', '#6b7f1a', '#0047ab'])).toEqual([false, true, false]);
  expect(needPattern([])).toEqual([]);
});
