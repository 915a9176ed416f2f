// Refresh tokens rotate at each use (RFC 9700, section 4.14.2). One that was used before tells that somebody holds a
// copy: nobody can know who is the thief, so that the whole family ends. docs/decisions/2026-11-20-sessions.md.
import { err, ok, type Result, type UserId } from '@comitium/basics';
import { type Problem, problem, type TokenAnswer } from '@comitium/contract';
import { anonymous } from '../../../platform/access/allows.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { isPrivileged } from '../grants/grant-rules.ts';
import { tellOfSecurity } from '../second-factors/tell-of-security.ts';
import type { Requester } from '../sign-in/requester.ts';
import { idleSince } from './idle.ts';
import { issueToken, type SessionFacts } from './issue-token.ts';
import {
  findReplacedAt,
  findSessionOfToken,
  findUnusedSuccessor,
  lockSession,
  replaceRefreshToken,
  successorOf,
} from './refresh-token-store.ts';
import { appendSessionsEnded } from './session-events.ts';
import { endSession, updateSessionSeen } from './session-store.ts';

/** The answer to a renewal may be lost on the way, and two pages may renew at once: so long a repetition is one. */
export const repetitionMs = 10_000;

export interface RenewSession {
  /** From the cookie or the body; null where there was none. */
  readonly secret: string | null;
  readonly carrier: 'cookie' | 'body';
  readonly requester: Requester;
}

export interface RenewedSession {
  readonly answer: TokenAnswer;
  readonly secret: string;
  readonly expiresAt: Date;
}

type Renewal =
  | { readonly kind: 'renewed'; readonly session: SessionFacts; readonly secret: string }
  | { readonly kind: 'over' }
  | { readonly kind: 'reused'; readonly personId: UserId };

/** A new access token and the next refresh token, for a refresh token that is the current one. */
export const renewSession = async (
  tools: AccountsTools,
  command: RenewSession,
): Promise<Result<RenewedSession, Problem>> => {
  const { db, trail } = tools.platform;
  const { secret, requester } = command;
  const over = err(problem('session_expired', 'There is no open session; sign in.'));
  const sessionId = secret === null ? undefined : await findSessionOfToken(db.kysely, secret);
  if (secret === null || sessionId === undefined) return over;
  const renewal = await inTransaction(db, (tx) => renew(tx, tools, { ...command, secret, sessionId }));
  if (renewal.kind === 'reused') {
    const { address, requestId } = requester;
    const { personId } = renewal;
    trail.note({ kind: 'token_reused', personId, action: 'postAuthToken', address, requestId });
  }
  if (renewal.kind !== 'renewed') return over;
  const answer = await issueToken(tools, renewal.session);
  return ok({
    answer: command.carrier === 'body' ? { ...answer, refreshToken: renewal.secret } : answer,
    secret: renewal.secret,
    expiresAt: renewal.session.expiresAt,
  });
};

interface Renewing extends RenewSession {
  readonly secret: string;
  readonly sessionId: string;
}

const renew = async (
  tx: Transaction,
  tools: AccountsTools,
  { secret, sessionId, carrier, requester }: Renewing,
): Promise<Renewal> => {
  const { keys, clock } = tools.platform;
  const now = clock.now();
  const row = await lockSession(tx, sessionId, now);
  // A token of a cookie that comes in a body was taken out of its browser.
  if (row === undefined || row.disabled_at !== null || row.carrier !== carrier) return { kind: 'over' };
  const session: SessionFacts = {
    id: row.id,
    personId: row.person_id,
    expiresAt: row.expires_at,
    secondFactor: row.second_factor_at !== null,
  };
  const replacedAt = await findReplacedAt(tx, secret);
  if (replacedAt !== undefined) {
    const isFresh = now.getTime() - replacedAt.getTime() <= repetitionMs;
    const successor = isFresh ? await findUnusedSuccessor(tx, keys, { secret, sessionId }) : undefined;
    if (successor !== undefined) return { kind: 'renewed', session, secret: successor };
    await end(tx, tools, { sessionId, requester });
    await tellOfSecurity(tx, tools, { personId: row.person_id, notice: 'token_reused' });
    return { kind: 'reused', personId: row.person_id };
  }
  if (await isIdle(tools, { personId: row.person_id, lastSeenAt: row.last_seen_at })) {
    await end(tx, tools, { sessionId, requester });
    return { kind: 'over' };
  }
  const successor = successorOf(keys, secret);
  await replaceRefreshToken(tx, { secret, successor, sessionId, now });
  await updateSessionSeen(tx, sessionId, { at: now, place: requester.place });
  return { kind: 'renewed', session, secret: successor };
};

const end = async (
  tx: Transaction,
  tools: AccountsTools,
  { sessionId, requester }: { sessionId: string; requester: Requester },
): Promise<void> => {
  const sessions = await endSession(tx, sessionId, tools.platform.clock.now());
  await appendSessionsEnded(tx, tools, {
    sessions,
    origin: { caller: anonymous, requestId: requester.requestId },
  });
};

const isIdle = async (
  { platform, rights }: AccountsTools,
  { personId, lastSeenAt }: { personId: UserId; lastSeenAt: Date },
): Promise<boolean> => {
  const since = idleSince(platform.config, platform.clock.now());
  if (since === null || lastSeenAt >= since) return false;
  return (await rights.find(personId))?.grants.some(({ role }) => isPrivileged(role)) ?? false;
};
