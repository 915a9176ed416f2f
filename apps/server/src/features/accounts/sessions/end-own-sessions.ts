import { err, isUuid, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { appendSessionsEnded } from './session-events.ts';
import { endOwnSession, endSessionsOf } from './session-store.ts';

export interface EndOwnSessions {
  readonly caller: PersonCaller;
  readonly requestId: string;
}

/** One of the caller's sessions. Somebody else's does not exist for him. */
export const endOneSession = async (
  tools: AccountsTools,
  { caller, requestId, sessionId }: EndOwnSessions & { readonly sessionId: string },
): Promise<Result<void, Problem>> => {
  const { db, clock } = tools.platform;
  const missing = err(problem('session_not_found', 'You have no such open session.'));
  if (!isUuid(sessionId)) return missing;
  return inTransaction(db, async (tx) => {
    const wish = { id: sessionId, personId: caller.id, at: clock.now() };
    const sessions = await endOwnSession(tx, wish);
    if (sessions.length === 0) return missing;
    await appendSessionsEnded(tx, tools, { sessions, origin: { caller, requestId } });
    return ok(undefined);
  });
};

/** All of the caller's sessions but the one that asks. */
export const endOtherSessions = async (
  tools: AccountsTools,
  { caller, requestId }: EndOwnSessions,
): Promise<void> => {
  const { db, clock } = tools.platform;
  await inTransaction(db, async (tx) => {
    const wish = { at: clock.now(), except: caller.sessionId };
    const sessions = await endSessionsOf(tx, caller.id, wish);
    await appendSessionsEnded(tx, tools, { sessions, origin: { caller, requestId } });
  });
};
