// What every rate limiter does, however it counts.
import { expect, test } from 'vitest';
import type { RateLimiter } from '../rate-limiter.ts';

export interface LimiterHarness {
  readonly limiter: RateLimiter;
  /** Lets the time of all windows pass. */
  pass(ms: number): Promise<void> | void;
}

/** Keys are the test's own, so that one store serves all tests. */
export const testRateLimiter = (open: () => LimiterHarness | Promise<LimiterHarness>): void => {
  test('a burst within one instant counts fully', async () => {
    const { limiter } = await open();
    const verdicts = await Promise.all(Array.from({ length: 12 }, () => limiter.take('burst', 10)));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  test('callers do not use up each other’s share', async () => {
    const { limiter } = await open();
    await limiter.take('share a', 1);
    expect((await limiter.take('share a', 1)).allowed).toBe(false);
    expect((await limiter.take('share b', 1)).allowed).toBe(true);
  });

  test('a new window begins anew, and the verdict says when', async () => {
    const { limiter, pass } = await open();
    await limiter.take('window', 1);
    await pass(30_000);
    const verdict = await limiter.take('window', 1);
    expect(verdict).toEqual({ allowed: false, limit: 1, remaining: 0, resetSeconds: 30 });
    await pass(30_001);
    expect((await limiter.take('window', 1)).allowed).toBe(true);
  });

  test('a window may be longer than a minute', async () => {
    const { limiter, pass } = await open();
    await limiter.take('hour', 1, 3600);
    await pass(3_000_000);
    expect(await limiter.take('hour', 1, 3600)).toMatchObject({ allowed: false, resetSeconds: 600 });
  });
};
