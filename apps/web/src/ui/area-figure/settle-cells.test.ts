import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleCells } from './settle-cells.ts';

const point = fc.tuple(
  fc.double({ min: -9, max: 9, noNaN: true }),
  fc.double({ min: -9, max: 9, noNaN: true }),
);

describe('settleCells', () => {
  it('gives every point a cell of its own, the same every time', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (points) => {
        const cells = settleCells(points);
        expect(cells).toHaveLength(points.length);
        expect(new Set(cells.map(({ q, r }) => `${q} ${r}`)).size).toBe(points.length);
        expect(settleCells(points)).toEqual(cells);
      }),
    );
  });

  it('lets whoever lies nearest have the cell, and the other go beside it', () => {
    const [near, far] = settleCells([
      [0.1, 0],
      [0.6, 0],
    ]);
    expect(near).toEqual({ q: 0, r: 0 });
    expect(far).toEqual({ q: 1, r: 0 });
  });
});
