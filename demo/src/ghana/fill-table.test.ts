import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from './apportion.ts';
import { fillTable } from './fill-table.ts';

test('both sides add up exactly and no cell is negative, whatever the prior', () => {
  const input = fc.record({
    rows: fc.array(fc.nat(400), { minLength: 1, maxLength: 60 }),
    weights: fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 13 }),
    seed: fc.infiniteStream(fc.double({ min: 0.001, max: 100, noNaN: true })),
  });
  fc.assert(
    fc.property(input, ({ rows, weights, seed }) => {
      const total = rows.reduce((a, b) => a + b, 0);
      const columns = apportion({ total, weights });
      const prior = Float64Array.from({ length: rows.length * columns.length }, () => seed.next().value ?? 1);
      const cells = fillTable({ rows, columns, prior });
      const width = columns.length;
      expect(Math.min(...cells)).toBeGreaterThanOrEqual(0);
      for (const [row, votes] of rows.entries())
        expect(cells.subarray(row * width, (row + 1) * width).reduce((a, b) => a + b, 0)).toBe(votes);
      for (let k = 0; k < width; k += 1)
        expect(rows.reduce((sum, _, row) => sum + cells[row * width + k]!, 0)).toBe(columns[k]);
    }),
  );
});

test('a prior that already fits is kept', () => {
  const prior = Float64Array.from([10, 30, 20, 5]);
  expect([...fillTable({ rows: [40, 25], columns: [30, 35], prior })]).toEqual([10, 30, 20, 5]);
});

test('sides that disagree are a bug of the caller', () => {
  expect(() => fillTable({ rows: [3], columns: [4], prior: new Float64Array(1) })).toThrow('rows hold 3');
});
