import type { ErrorCode, Problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/allows.ts';
import type { RefusalKind, TrailEntry } from '../audit/index.ts';
import type { Platform } from '../platform.ts';
import type { Route } from './route.ts';
import { operationId } from './route-schema.ts';

/** The problems that the audit trail keeps; a failed sign-in is noted where it is known whose it was. */
const kinds: Partial<Record<ErrorCode, RefusalKind>> = {
  forbidden: 'right_refused',
  rate_limited: 'rate_limited',
  origin_refused: 'origin_refused',
};

export interface RefusedCall {
  readonly request: FastifyRequest;
  readonly caller: Caller;
  readonly problem: Problem;
}

/** Tells the audit trail what a route refused, at the door or in its command. */
export const noteRefusal = (
  { access, log, trail }: Pick<Platform, 'access' | 'log' | 'trail'>,
  route: Route,
  { request, caller, problem }: RefusedCall,
): void => {
  const kind = kinds[problem.code];
  if (kind === undefined) return;
  const entry: TrailEntry = {
    kind,
    personId: caller.kind === 'person' ? caller.id : null,
    action: operationId(route),
    address: request.ip,
    requestId: request.id,
  };
  const { election } = request.params as { election?: string };
  if (election === undefined) {
    trail.note(entry);
    return;
  }
  access
    .findElection(election)
    .then((found) => found?.id ?? null)
    .catch((error: unknown) => {
      log.warn({ err: error }, 'the election of a refusal could not be looked up');
      return null;
    })
    .then((electionId) => trail.note({ ...entry, electionId }))
    .catch((error: unknown) => log.error({ err: error }, 'a refusal could not be noted'));
};
