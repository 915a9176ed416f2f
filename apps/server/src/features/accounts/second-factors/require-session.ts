import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import type { Caller, PersonCaller } from '../../../platform/access/allows.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type RelyingParty, relyingParty } from './relying-party.ts';

export interface OwnSessionCall {
  readonly caller: PersonCaller;
  readonly sessionId: string;
}

/** A person who asks by a session, which is what factors are shown to. */
export const requireSession = (caller: Caller): Result<OwnSessionCall, Problem> =>
  caller.kind === 'person' && caller.sessionId !== null
    ? ok({ caller, sessionId: caller.sessionId })
    : err(problem('unauthenticated', 'This needs a signed-in account.'));

export const partyOf = (request: FastifyRequest, { config }: Pick<Platform, 'config'>): RelyingParty =>
  relyingParty(config, request.headers.origin);
