import { err, ok, type Result, type UserId } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Origin } from '../../../platform/access/origin.ts';
import { afterCommit, inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { hasOtherAdministrator } from '../grants/grant-store.ts';
import { appendSessionsEnded, personEvent } from '../sessions/session-events.ts';
import { endSessionsOf } from '../sessions/session-store.ts';
import { mayTendAccount } from './may-tend-account.ts';
import { updatePersonDisabled } from './person-store.ts';

export interface DisablePerson extends Origin {
  readonly personId: string;
}

/** Ends every session and right of a person at once; the record stays, because the ledger speaks of it. */
export const disablePerson = async (
  tools: AccountsTools,
  command: DisablePerson,
): Promise<Result<void, Problem>> => {
  const { db, clock } = tools.platform;
  const now = clock.now();
  const personId = command.personId as UserId;
  const grants = await mayTendAccount(tools, command.caller, personId);
  if (!grants.ok) return err(grants.error);
  const administers = grants.value.some(({ role }) => role === 'platform_administrator');
  return inTransaction(db, async (tx) => {
    if (administers && !(await hasOtherAdministrator(tx, personId, now))) {
      return err(problem('wrong_state', 'The last platform administrator cannot be disabled.'));
    }
    if (!(await updatePersonDisabled(tx, personId, now))) return ok(undefined);
    await appendToLedger(tx, [personEvent(personId, command, { type: 'person.disabled', payload: {} })]);
    const sessions = await endSessionsOf(tx, personId, { at: now, except: null });
    await appendSessionsEnded(tx, tools, { sessions, origin: command });
    afterCommit(tx, () => tools.rights.forget(personId));
    return ok(undefined);
  });
};
