import { expect, test } from 'vitest';
import { scatter } from './post-sheets.ts';

test('every item comes exactly once, and neighbours are torn apart', () => {
  const items = Array.from({ length: 40_976 }, (_, at) => at);
  const scattered = scatter(items);
  expect(scattered.toSorted((a, b) => a - b)).toEqual(items);
  expect(Math.abs((scattered[1] ?? 0) - (scattered[0] ?? 0))).toBeGreaterThan(1000);
});
