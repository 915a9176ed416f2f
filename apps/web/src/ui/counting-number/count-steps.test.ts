import { expect, it } from 'vitest';
import { countAt, countDurationMs } from './count-steps.ts';

it('starts at the old value and ends exactly at the new one', () => {
  expect(countAt(1200, 1500, 0)).toBe(1200);
  expect(countAt(1200, 1500, 1)).toBe(1500);
  expect(countAt(0.1, 0.3, 2)).toBe(0.3);
});

it('never overshoots and never turns back, also when a correction counts down', () => {
  const steps = Array.from({ length: 21 }, (_, step) => countAt(500, 100, step / 20));
  for (const [index, value] of steps.entries()) {
    expect(value).toBeLessThanOrEqual(500);
    expect(value).toBeGreaterThanOrEqual(100);
    if (index > 0) expect(value).toBeLessThan(steps[index - 1] ?? 0);
  }
});

it('is over within 400 ms', () => {
  expect(countDurationMs).toBeLessThanOrEqual(400);
});
