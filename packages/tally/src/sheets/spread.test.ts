import { expect, test } from 'vitest';
import { spreadFromSums, spreadOf } from './spread.ts';

test('mean and standard deviation of a textbook series', () => {
  expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ count: 8, mean: 5, deviation: 2 });
});

test('running sums of nothing are nothing, and equal values have no deviation', () => {
  expect(spreadFromSums(0, 0, 0)).toEqual({ count: 0, mean: 0, deviation: 0 });
  expect(spreadOf([0.1, 0.1, 0.1]).deviation).toBeCloseTo(0, 7);
});
