import { err, ok, type Result, type UserId } from '@comitium/basics';
import type { PageOf, PersonSession, Problem } from '@comitium/contract';
import type { Caller } from '../../../platform/access/allows.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { listOpenSessions } from '../sessions/session-queries.ts';
import { mayTendAccount } from './may-tend-account.ts';

export const listPersonSessions = async (
  tools: AccountsTools,
  caller: Caller,
  personId: string,
): Promise<Result<PageOf<PersonSession>, Problem>> => {
  const allowed = await mayTendAccount(tools, caller, personId);
  if (!allowed.ok) return err(allowed.error);
  const { db, clock } = tools.platform;
  const rows = await listOpenSessions(db.kysely, personId as UserId, clock.now());
  const items = rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    system: row.system,
    secondFactor: row.second_factor_at !== null,
    newDevice: row.new_device,
    startedAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
  return ok({ items, nextCursor: null });
};
