import { err, ok, type Result, type UserId } from '@comitium/basics';
import type { PageOf, PersonSession, Problem } from '@comitium/contract';
import type { Caller } from '../../../platform/access/allows.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { mayTendAccount } from './may-tend-account.ts';

const mostSessions = 100;

export const listPersonSessions = async (
  tools: AccountsTools,
  caller: Caller,
  personId: string,
): Promise<Result<PageOf<PersonSession>, Problem>> => {
  const allowed = await mayTendAccount(tools, caller, personId);
  if (!allowed.ok) return err(allowed.error);
  const { db, clock } = tools.platform;
  const rows = await db.kysely
    .selectFrom('session')
    .select(['id', 'created_at', 'expires_at'])
    .where('person_id', '=', personId as UserId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .orderBy('id', 'desc')
    .limit(mostSessions)
    .execute();
  const items = rows.map(({ id, created_at, expires_at }) => ({
    id,
    startedAt: created_at.toISOString(),
    expiresAt: expires_at.toISOString(),
  }));
  return ok({ items, nextCursor: null });
};
