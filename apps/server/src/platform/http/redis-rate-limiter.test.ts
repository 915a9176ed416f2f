import { systemClock } from '@comitium/basics';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMetrics } from '../telemetry/metrics.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import { openRedisRateLimiter } from './redis-rate-limiter.ts';
import { testRateLimiter } from './testing/limiter-suite.ts';
import { createTestRedis, redisIsInstalled } from './testing/start-redis.ts';

const log = pino({ level: 'silent' });

const server = createTestRedis();
const closing: (() => unknown)[] = [];
const openLimiter = async () => {
  const metrics = createMetrics();
  const limiter = await openRedisRateLimiter(server.url, {
    local: createRateLimiter(systemClock),
    log,
    metrics,
  });
  closing.push(() => limiter.close());
  return { limiter, metrics };
};

/** Redis keeps its own time: instead of waiting, every window's end is brought nearer. */
const passInRedis = async (ms: number): Promise<void> => {
  const redis = new Redis(server.url);
  for (const key of await redis.keys('comitium:rate:*')) {
    const left = await redis.pttl(key);
    // Rounded, so that the milliseconds of the test itself do not show.
    await redis.pexpire(key, Math.ceil((left - ms) / 1000) * 1000);
  }
  redis.disconnect();
};

/** Whether a limiter counts in Redis shows where another one's count is seen. */
const connected = async (...limiters: readonly RateLimiter[]): Promise<void> => {
  const redis = new Redis(server.url, { retryStrategy: () => 50 });
  for (const limiter of limiters) {
    await expect
      .poll(
        async () => {
          await redis.flushall();
          await limiter.take('probe', 1000);
          return redis.dbsize();
        },
        { timeout: 10_000, interval: 50 },
      )
      .toBe(1);
  }
  await redis.flushall();
  redis.disconnect();
};

describe.skipIf(!redisIsInstalled)('in Redis (skipped where redis-server is not installed)', () => {
  beforeAll(() => server.start());
  afterAll(async () => {
    for (const close of closing) await close();
    await server.remove();
  });

  testRateLimiter(async () => ({ ...(await openLimiter()), pass: passInRedis }));

  test('two processes share one window', async () => {
    const { limiter: one } = await openLimiter();
    const { limiter: other } = await openLimiter();
    const verdicts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : other).take('two processes', 10)),
    );
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  test('while Redis is gone or hangs the process counts by itself, and then counts with the others again', async () => {
    const { limiter, metrics } = await openLimiter();
    const { limiter: other } = await openLimiter();
    const fallbacks = async () => (await metrics.rateLimiterFallbacks.get()).values[0]?.value ?? 0;
    await limiter.take('away', 3);
    await server.end();
    expect((await limiter.take('away', 3)).remaining).toBe(1);
    await limiter.take('away', 3);
    expect((await limiter.take('away', 3)).allowed).toBe(false);
    expect(await fallbacks()).toBe(3);
    await server.start();
    await connected(limiter, other);
    await other.take('back', 5);
    expect((await limiter.take('back', 5)).remaining).toBe(3);
    server.signal('SIGSTOP');
    expect((await limiter.take('back', 5)).remaining).toBe(3);
    server.signal('SIGCONT');
  });
});
