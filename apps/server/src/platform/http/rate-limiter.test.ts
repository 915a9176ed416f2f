import { createRateLimiter } from './rate-limiter.ts';
import { testRateLimiter } from './testing/limiter-suite.ts';

testRateLimiter(() => {
  const state = { timeMs: 0 };
  const limiter = createRateLimiter({ now: () => new Date(state.timeMs) });
  const pass = (ms: number): void => {
    state.timeMs += ms;
  };
  return { limiter, pass };
});
