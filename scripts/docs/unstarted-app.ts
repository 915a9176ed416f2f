import { randomBytes } from 'node:crypto';
import { systemClock, unwrap } from '@comitium/basics';
import { type App, buildApp } from '../../apps/server/src/build-app.ts';
import { createTrail } from '../../apps/server/src/platform/audit/index.ts';
import { readConfig } from '../../apps/server/src/platform/config/read-config.ts';
import { createKeyRing } from '../../apps/server/src/platform/crypto/key-ring.ts';
import { openDatabase } from '../../apps/server/src/platform/database/index.ts';
import { createRateLimiter } from '../../apps/server/src/platform/http/rate-limiter.ts';
import { createLog } from '../../apps/server/src/platform/telemetry/create-log.ts';
import { createMetrics } from '../../apps/server/src/platform/telemetry/metrics.ts';
import { createTracing } from '../../apps/server/src/platform/telemetry/tracing.ts';

/** Builds the program without starting it: nothing connects to a database, nothing listens. */
export const withUnstartedApp = async <T>(read: (app: App) => T | Promise<T>): Promise<T> => {
  const db = openDatabase({ connectionString: 'postgresql://localhost/none' });
  const metrics = createMetrics();
  const parts = {
    config: unwrap(readConfig({})),
    clock: systemClock,
    log: createLog('error'),
    db,
    keys: createKeyRing([{ id: 'none', key: randomBytes(32) }]),
    rateLimiter: createRateLimiter(systemClock),
    trail: createTrail({ db, clock: systemClock, metrics }),
    metrics,
    tracing: createTracing(''),
  };
  const app = await buildApp(parts, {});
  const answer = await read(app);
  await app.server.close();
  await db.close();
  return answer;
};
