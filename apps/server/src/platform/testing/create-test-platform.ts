import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock, unwrap } from '@comitium/basics';
import { createTrail } from '../audit/index.ts';
import { readConfig } from '../config/read-config.ts';
import { createKeyRing, type KeyRing } from '../crypto/key-ring.ts';
import type { Database } from '../database/database.ts';
import { testLog } from '../database/testing/test-log.ts';
import { createRateLimiter } from '../http/rate-limiter.ts';
import type { Platform } from '../platform.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { createTracing } from '../telemetry/tracing.ts';

/** One for all platforms of a test file, because two of them on one database are two processes. */
const testKeys = createKeyRing([{ id: 'test', key: randomBytes(32) }]);

/** What no test looks at, such as the notary's memory of what it signed. */
const testDataDir = join(tmpdir(), 'comitium-test-data');

/** The real rooms of the platform on a test's database, without rate limits unless the environment sets them. */
export const createTestPlatform = (
  db: Database,
  {
    environment = {},
    clock = systemClock,
    keys = testKeys,
  }: { environment?: Readonly<Record<string, string>>; clock?: Clock; keys?: KeyRing } = {},
): Omit<Platform, 'access'> => {
  const metrics = createMetrics();
  return {
    config: unwrap(
      readConfig({ COMITIUM_RATE_LIMITS: 'false', COMITIUM_DATA_DIR: testDataDir, ...environment }),
    ),
    clock,
    log: testLog,
    db,
    keys,
    rateLimiter: createRateLimiter(clock),
    trail: createTrail({ db, clock, metrics }),
    metrics,
    tracing: createTracing(''),
  };
};
