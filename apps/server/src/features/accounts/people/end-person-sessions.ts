import { err, isUuid, ok, type Result, type UserId } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Origin } from '../../../platform/access/origin.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { appendSessionsEnded } from '../sessions/session-events.ts';
import { endSession, endSessionsOf } from '../sessions/session-store.ts';
import { mayTendAccount } from './may-tend-account.ts';

export interface EndPersonSessions extends Origin {
  readonly personId: string;
  /** Null ends all of them. */
  readonly sessionId: string | null;
}

const noSession = problem('session_not_found', 'This person has no such open session.');

export const endPersonSessions = async (
  tools: AccountsTools,
  command: EndPersonSessions,
): Promise<Result<void, Problem>> => {
  const allowed = await mayTendAccount(tools, command.caller, command.personId);
  if (!allowed.ok) return err(allowed.error);
  const { db, clock } = tools.platform;
  const personId = command.personId as UserId;
  const { sessionId } = command;
  if (sessionId !== null && !(await isSessionOf(tools, personId, sessionId))) return err(noSession);
  return inTransaction(db, async (tx) => {
    const at = clock.now();
    const sessions =
      sessionId === null
        ? await endSessionsOf(tx, personId, { at, except: null })
        : await endSession(tx, sessionId, at);
    if (sessionId !== null && sessions.length === 0) return err(noSession);
    await appendSessionsEnded(tx, tools, { sessions, origin: command });
    return ok(undefined);
  });
};

/** A session is ended in the name of its own person only; whose it is never changes. */
const isSessionOf = async (
  { platform }: AccountsTools,
  personId: UserId,
  sessionId: string,
): Promise<boolean> => {
  if (!isUuid(sessionId)) return false;
  const row = await platform.db.kysely
    .selectFrom('session')
    .select('id')
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
};
