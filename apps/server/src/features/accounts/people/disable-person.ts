import { err, isUuid, ok, type Result, type UserId } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allows } from '../../../platform/access/allows.ts';
import type { Origin } from '../../../platform/access/origin.ts';
import { afterCommit, inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { listGrants } from '../grants/grant-queries.ts';
import { isPlatformAdministrator, isPrivileged } from '../grants/grant-rules.ts';
import { hasOtherAdministrator } from '../grants/grant-store.ts';
import { appendSessionsEnded, personEvent } from '../sessions/session-events.ts';
import { endSessionsOf } from '../sessions/session-store.ts';
import { findPersonById } from './person-queries.ts';
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
  const person = isUuid(personId) ? await findPersonById(db.kysely, personId) : undefined;
  if (person === undefined) return err(problem('user_not_found', 'There is no such person.'));
  const grants = await listGrants(db.kysely, { personIds: [personId] }, now);
  const privileged = grants.some(({ role }) => isPrivileged(role));
  if (!mayDisable(command, privileged, now)) {
    return err(problem('forbidden', 'You do not manage this person’s account.'));
  }
  const administers = grants.some(({ role }) => role === 'platform_administrator');
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

const mayDisable = ({ caller }: Origin, privileged: boolean, now: Date): boolean =>
  privileged ? isPlatformAdministrator(caller, now) : allows(caller, 'people.manage', {}, now);
