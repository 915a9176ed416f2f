import { err, ok, type Result, type UserId } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import type { Origin } from '../../../platform/access/origin.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { mayTendAccount } from '../people/may-tend-account.ts';
import { appendSessionsEnded, personEvent } from '../sessions/session-events.ts';
import { endSessionsOf } from '../sessions/session-store.ts';
import { deleteFactorsOf } from './delete-factors.ts';
import { tellOfSecurity } from './tell-of-security.ts';

export interface ResetFactors extends Origin {
  readonly personId: string;
}

/**
 * For who has lost the device and the recovery codes. The administrator gets no way in by it: the first factor stays
 * the person's own.
 */
export const resetFactors = async (
  tools: AccountsTools,
  command: ResetFactors,
): Promise<Result<void, Problem>> => {
  const allowed = await mayTendAccount(tools, command.caller, command.personId);
  if (!allowed.ok) return err(allowed.error);
  const { db, clock } = tools.platform;
  const personId = command.personId as UserId;
  return inTransaction(db, async (tx) => {
    const sessions = await endSessionsOf(tx, personId, { at: clock.now(), except: null });
    await deleteFactorsOf(tx, personId);
    await appendToLedger(tx, [personEvent(personId, command, { type: 'factors.reset', payload: {} })]);
    await tellOfSecurity(tx, tools, { personId, notice: 'factor_removed' });
    await appendSessionsEnded(tx, tools, { sessions, origin: command });
    return ok(undefined);
  });
};
