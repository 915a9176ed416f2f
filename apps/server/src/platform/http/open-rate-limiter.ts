import type { Clock } from '@comitium/basics';
import type { Config } from '../config/settings.ts';
import type { Log } from '../database/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import { openRedisRateLimiter } from './redis-rate-limiter.ts';

/** In memory for one process, in Redis for several: the setting decides. */
export const openRateLimiter = async (
  { redisUrl }: Pick<Config, 'redisUrl'>,
  { clock, log, metrics }: { clock: Clock; log: Log; metrics: Metrics },
): Promise<RateLimiter> => {
  const local = createRateLimiter(clock);
  return redisUrl === '' ? local : openRedisRateLimiter(redisUrl, { local, log, metrics });
};
