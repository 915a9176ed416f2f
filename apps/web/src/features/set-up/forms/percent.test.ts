import { expect, it } from 'vitest';
import { readShare, showShare } from './percent.ts';

it('reads shares with a point, a comma and a sign', () => {
  expect(['3', '2.5', '2,5', ' 98 % ', '0', '100'].map(readShare)).toEqual([0.03, 0.025, 0.025, 0.98, 0, 1]);
});

it('refuses what is no share', () => {
  expect(['', '-1', '101', 'three', '3.', '1e2'].map(readShare)).toEqual(Array(6).fill(null));
});

it('shows what it read', () => {
  expect([0.03, 0.025, 0.98, undefined].map(showShare)).toEqual(['3', '2.5', '98', '']);
});
