import type { ErrorCode, Problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/allows.ts';
import type { RefusalKind } from '../audit/index.ts';
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
  { trail }: Pick<Platform, 'trail'>,
  route: Route,
  { request, caller, problem }: RefusedCall,
): void => {
  const kind = kinds[problem.code];
  if (kind === undefined) return;
  trail.note({
    kind,
    personId: caller.kind === 'person' ? caller.id : null,
    action: operationId(route),
    address: request.ip,
    requestId: request.id,
  });
};
