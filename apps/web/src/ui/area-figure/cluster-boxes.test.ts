import { expect, it } from 'vitest';
import { type Box, clusterBoxes } from './cluster-boxes.ts';

const box = (x: number, y: number, size: number): Box => [x, y, x + size, y + size];

it('parts far islands from the mainland, which comes first', () => {
  expect(clusterBoxes([box(-20, -20, 2), box(0, 0, 5), box(4, 3, 6), box(11, 5, 1)])).toEqual([
    [1, 2, 3],
    [0],
  ]);
});

it('keeps together what a chain of neighbours joins', () => {
  expect(clusterBoxes([box(0, 0, 1), box(2.6, 0, 1), box(1.3, 0, 1)])).toEqual([[0, 1, 2]]);
});

it('takes one area as one group', () => {
  expect(clusterBoxes([box(3, 3, 1)])).toEqual([[0]]);
});
