import { expect, test } from 'vitest';
import { inPieces } from './in-pieces.ts';

test('pieces hold everything once, or begin with the end of the one before', () => {
  expect(inPieces([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inPieces([1, 2, 3, 4, 5], 3, 1)).toEqual([
    [1, 2, 3],
    [3, 4, 5],
  ]);
  expect(inPieces([1, 2, 3, 4], 3, 1)).toEqual([
    [1, 2, 3],
    [3, 4],
  ]);
  expect(inPieces([1, 2, 3], 9)).toEqual([[1, 2, 3]]);
  expect(inPieces([1, 2], 0)).toEqual([[1], [2]]);
  expect(inPieces([], 4)).toEqual([[]]);
});
