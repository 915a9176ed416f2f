import { err, ok } from '@comitium/basics';
import { problem } from '@comitium/contract';
import { sql } from 'kysely';
import { publicAccess } from '../access/access-rule.ts';
import type { Platform } from '../platform.ts';
import { inRanges } from './address-ranges.ts';
import { answered, type Route, route } from './route.ts';

const most = { lagSeconds: 30 };

/** Whether the process lives, whether it can serve, and its figures; `lag` is the oldest follower's, in seconds. */
export const healthRoutes = (platform: Platform, lag: () => number): Route[] => [
  route({
    method: 'GET',
    path: '//healthz',
    summary: 'The process is up.',
    access: publicAccess,
    handler: () => ok({ status: 'ok' }),
  }),
  route({
    method: 'GET',
    path: '//readyz',
    summary: 'The database answers and the ledger is followed without delay.',
    access: publicAccess,
    handler: async () => {
      await sql`select 1`.execute(platform.db.kysely);
      if (lag() > most.lagSeconds) {
        return err(problem('unavailable', `The ledger is followed ${Math.round(lag())} s late.`));
      }
      return ok({ status: 'ready', followerLagSeconds: lag() });
    },
  }),
  metricsRoute(platform),
];

const metricsRoute = (platform: Platform): Route => {
  const mayRead = inRanges(platform.config.metricsAddresses);
  return route({
    method: 'GET',
    path: '//metrics',
    summary: 'Prometheus figures, for the configured addresses only.',
    access: publicAccess,
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
