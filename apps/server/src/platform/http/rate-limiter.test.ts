import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

const clockAt = (timeMs: number) => {
  const state = { timeMs };
  return { state, clock: { now: () => new Date(state.timeMs) } };
};

test('a burst within one instant counts fully', () => {
  const limiter = createRateLimiter(clockAt(0).clock);
  const verdicts = Array.from({ length: 12 }, () => limiter.take('a', 10).allowed);
  expect(verdicts.filter(Boolean)).toHaveLength(10);
});

test('callers do not use up each other’s share', () => {
  const limiter = createRateLimiter(clockAt(0).clock);
  limiter.take('a', 1);
  expect(limiter.take('a', 1).allowed).toBe(false);
  expect(limiter.take('b', 1).allowed).toBe(true);
});

test('a new minute begins anew, and the verdict says when', () => {
  const { state, clock } = clockAt(1000);
  const limiter = createRateLimiter(clock);
  limiter.take('a', 1);
  state.timeMs = 31_000;
  expect(limiter.take('a', 1)).toEqual({ allowed: false, limit: 1, remaining: 0, resetSeconds: 30 });
  state.timeMs = 61_000;
  expect(limiter.take('a', 1).allowed).toBe(true);
});
