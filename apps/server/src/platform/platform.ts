import type { Clock, ElectionId, Result } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Caller } from './access/allows.ts';
import type { Trail } from './audit/trail.ts';
import type { Config } from './config/settings.ts';
import type { KeyRing } from './crypto/key-ring.ts';
import type { Database } from './database/database.ts';
import type { RateLimiter } from './http/rate-limiter.ts';
import type { Metrics } from './telemetry/metrics.ts';
import type { Tracing } from './telemetry/tracing.ts';

/** An election that is not public is, for whoever may not enter, one that does not exist. */
export interface ElectionAtDoor {
  readonly id: ElectionId;
  readonly isPublic: boolean;
}

/** How the door learns who calls and which election a path means; features fill it in at composition. */
export interface AccessDoor {
  callerOf(request: FastifyRequest): Promise<Result<Caller, Problem>>;
  findElection(reference: string): Promise<ElectionAtDoor | null>;
}

/** What every feature is given: the rooms of the platform, and nothing of other features. */
export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly db: Database;
  readonly keys: KeyRing;
  readonly access: AccessDoor;
  readonly rateLimiter: RateLimiter;
  /** Where refusals are noted, outside the request's transaction. */
  readonly trail: Trail;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
}
