import { err, isUuid, ok, type Result, type UserId } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import { anonymous, type Caller, type PersonCaller } from '../../../platform/access/allows.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { needsSecondFactor } from '../second-factors/needs-second-factor.ts';
import type { TokenClaims } from './access-tokens.ts';

type CallerTools = Pick<AccountsTools, 'platform' | 'tokens' | 'rights' | 'endedSessions'>;

const nobody = ok(anonymous);
const bearer = /^bearer +(\S+)$/i;

export const bearerToken = (request: FastifyRequest): string | null | undefined => {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  return bearer.exec(header)?.[1] ?? null;
};

/** Who sends this request. A token that was seen before costs no signature check, no query and no waiting. */
export const callerOf = async (
  tools: CallerTools,
  request: FastifyRequest,
): Promise<Result<Caller, Problem>> => {
  const token = bearerToken(request);
  if (token === undefined) return nobody;
  const claims = token === null ? null : (tools.tokens.recall(token) ?? (await tools.tokens.verify(token)));
  if (claims === null) {
    return err(problem('unauthenticated', 'The access token is not valid or no longer valid; renew it.'));
  }
  return callerOfClaims(tools, claims);
};

const callerOfClaims = async (tools: CallerTools, claims: TokenClaims): Promise<Result<Caller, Problem>> => {
  if (tools.endedSessions.has(claims.sessionId)) {
    return err(problem('session_expired', 'This session has ended; sign in again.'));
  }
  const caller = await personCaller(tools, claims.personId, claims);
  return caller.ok && mustEnrol(tools.platform.config, caller.value.grants, claims)
    ? ok({ ...caller.value, grants: [], limited: true })
    : caller;
};

/** Judged at each request by the present roles, so that a role given during a session needs a second factor too. */
const mustEnrol = (
  config: AccountsTools['platform']['config'],
  grants: PersonCaller['grants'],
  { secondFactor }: TokenClaims,
): boolean => !secondFactor && needsSecondFactor(config, grants);

const personCaller = async (
  tools: Pick<AccountsTools, 'rights'>,
  id: UserId,
  { expiresAt, sessionId }: Pick<PersonCaller, 'expiresAt' | 'sessionId'>,
): Promise<Result<PersonCaller, Problem>> => {
  const found = tools.rights.find(id);
  const rights = found instanceof Promise ? await found : found;
  if (rights === null || rights.disabled) {
    return err(problem('session_expired', 'This account can no longer be used.'));
  }
  return ok({ kind: 'person', id, name: rights.name, grants: rights.grants, expiresAt, sessionId });
};

const forever = new Date(8.64e15);

/** The present rights of a person who is known by other means than a token (a live connection, a job). */
export const callerOfPerson = async (
  tools: Pick<AccountsTools, 'rights'>,
  id: string,
): Promise<Result<PersonCaller, Problem>> =>
  isUuid(id)
    ? personCaller(tools, id as UserId, { expiresAt: forever, sessionId: null })
    : err(problem('user_not_found', 'There is no such person.'));
