import { err, ok } from '@comitium/basics';
import { problem } from '@comitium/contract';
import { sql } from 'kysely';
import { publicAccess } from '../access/access-rule.ts';
import { askShortly } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { inRanges } from './address-ranges.ts';
import { answered, type Route, route } from './route.ts';

const most = { lagSeconds: 30, databaseMs: 3000 };

/** Whether the process lives, whether it can serve, and its figures; `lag` is the oldest follower's, in seconds. */
export const healthRoutes = (platform: Platform, lag: () => number): Route[] => {
  const { kysely } = platform.db;
  const databaseAnswers = askShortly(() => sql`select 1`.execute(kysely), most.databaseMs);
  return [
    route({
      method: 'GET',
      path: '//healthz',
      summary: 'The process is up.',
      access: publicAccess,
      unlimited: true,
      handler: () => ok({ status: 'ok' }),
    }),
    route({
      method: 'GET',
      path: '//readyz',
      summary: 'The database answers and the ledger is followed without delay.',
      access: publicAccess,
      unlimited: true,
      handler: async () => {
        if ((await databaseAnswers()) === undefined) {
          const detail = `The database has not answered for ${most.databaseMs / 1000} s.`;
          return err(problem('unavailable', detail, { retryAfterSeconds: 2 }));
        }
        if (lag() > most.lagSeconds) {
          return err(problem('unavailable', `The ledger is followed ${Math.round(lag())} s late.`));
        }
        return ok({ status: 'ready', followerLagSeconds: lag() });
      },
    }),
    metricsRoute(platform),
  ];
};

const metricsRoute = (platform: Platform): Route => {
  const mayRead = inRanges(platform.config.metricsAddresses);
  return route({
    method: 'GET',
    path: '//metrics',
    summary: 'Prometheus figures, for the configured addresses only.',
    access: publicAccess,
    unlimited: true,
    handler: async ({ request, reply }) => {
      if (!mayRead(request.ip)) {
        return err(problem('forbidden', 'This address may not read the metrics.'));
      }
      const body = await platform.metrics.registry.metrics();
      await reply.type(platform.metrics.registry.contentType).serializer(String).send(body);
      return ok(answered);
    },
  });
};
