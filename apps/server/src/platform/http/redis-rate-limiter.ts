// The same windows for all processes, in Redis. While Redis is away this process's own windows decide: they have
// counted along all the time, so that its going away frees nobody. It is asked again every second.
import { createHash } from 'node:crypto';
import { Redis, type Result } from 'ioredis';
import type { Log } from '../database/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { defaultWindowSeconds, type RateLimiter, verdictOf } from './rate-limiter.ts';

export interface RedisLimiterParts {
  /** Counts along, and decides while Redis is away. */
  readonly local: RateLimiter;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'rateLimiterFallbacks'>;
}

/** Counts and dates the window in one step: no crash in between leaves a window that never ends. */
const script = `
local count = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return {count, left}`;

const answerWithinMs = 250;
const restMs = 1_000;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    countRequest(key: string, windowMs: number): Result<[count: number, leftMs: number], Context>;
  }
}

const newConnection = (url: string): Redis => {
  const redis = new Redis(url, {
    commandTimeout: answerWithinMs,
    connectTimeout: 2_000,
    lazyConnect: true,
    // A request must not wait for Redis to come back.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(50 * 2 ** times, restMs),
  });
  redis.defineCommand('countRequest', { numberOfKeys: 1, lua: script });
  return redis;
};

/** Keys name people and addresses; Redis learns neither. */
const nameOf = (key: string): string =>
  `comitium:rate:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`;

/** Answers when Redis was reached for the first time, or was not: the program starts without it as well. */
export const openRedisRateLimiter = async (
  url: string,
  { local, log, metrics }: RedisLimiterParts,
): Promise<RateLimiter> => {
  const redis = newConnection(url);
  let restUntil = 0;
  let away = false;

  const turnAway = (error: unknown): void => {
    restUntil = performance.now() + restMs;
    if (!away) log.error({ err: error }, 'Redis is away: each process limits requests by its own count');
    away = true;
  };
  const turnBack = (): void => {
    if (away) log.info('Redis is back: requests are limited by the common count');
    away = false;
  };
  // Without a listener the loss of the connection would end the process; commands report it by themselves.
  redis.on('error', turnAway);
  await redis.connect().catch(turnAway);

  return {
    take: async (key, most, windowSeconds = defaultWindowSeconds) => {
      const own = await local.take(key, most, windowSeconds);
      if (!away || performance.now() >= restUntil) {
        try {
          const [count, leftMs] = await redis.countRequest(nameOf(key), windowSeconds * 1000);
          turnBack();
          return verdictOf(count, most, leftMs);
        } catch (error) {
          turnAway(error);
        }
      }
      metrics.rateLimiterFallbacks.inc();
      return own;
    },
    close: async () => {
      redis.disconnect();
      await local.close();
    },
  };
};
