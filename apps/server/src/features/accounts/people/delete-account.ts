import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { afterCommit, inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { emptyChallengesTo } from '../challenges/challenge-store.ts';
import { listGrants } from '../grants/grant-queries.ts';
import { hasOtherAdministrator, updateGrantRevoked } from '../grants/grant-store.ts';
import { listIdentities } from '../identities/identity-queries.ts';
import { deleteIdentities } from '../identities/identity-store.ts';
import { forgetInvitationsTo } from '../invitations/forget-invitations.ts';
import { deleteFactorsOf } from '../second-factors/delete-factors.ts';
import { appendSessionsEnded, personEvent } from '../sessions/session-events.ts';
import { endSessionsOf } from '../sessions/session-store.ts';
import { erasePerson } from './person-store.ts';
import { deletePhoto } from './photo/photo-store.ts';

export interface DeleteAccount {
  readonly caller: PersonCaller;
  readonly requestId: string;
}

/**
 * Erases what tells who the person is. The row stays under its id, because the ledger and the audit speak of it:
 * they hold ids only. Somebody has to administer the platform: the last one cannot leave.
 */
export const deleteAccount = (
  tools: AccountsTools,
  origin: DeleteAccount,
): Promise<Result<void, Problem>> => {
  const { db, clock } = tools.platform;
  const { id } = origin.caller;
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const grants = await listGrants(tx, { personIds: [id] }, now);
    const administers = grants.some(({ role }) => role === 'platform_administrator');
    if (administers && !(await hasOtherAdministrator(tx, id, now))) {
      return err(problem('wrong_state', 'The last platform administrator cannot delete the own account.'));
    }
    if (!(await erasePerson(tx, id, now))) return ok(undefined);
    for (const grant of grants) {
      await updateGrantRevoked(tx, grant.id, { at: now, by: id, reason: null });
      const event = { type: 'grant.revoked', payload: { grant: grant.id, role: grant.role } } as const;
      await appendToLedger(tx, [personEvent(id, origin, event)]);
    }
    await eraseTraces(tx, tools, origin);
    await appendToLedger(tx, [personEvent(id, origin, { type: 'person.erased', payload: {} })]);
    afterCommit(tx, () => tools.rights.forget(id));
    return ok(undefined);
  });
};

const eraseTraces = async (tx: Transaction, tools: AccountsTools, origin: DeleteAccount): Promise<void> => {
  const { id } = origin.caller;
  const at = tools.platform.clock.now();
  const { keys } = tools.platform;
  const identities = await listIdentities(tx, keys, [id]);
  await emptyChallengesTo(tx, keys, identities);
  await forgetInvitationsTo(tx, keys, { identities, at });
  await deleteIdentities(tx, id, ['phone', 'email']);
  await deleteFactorsOf(tx, id);
  await deletePhoto(tx, id);
  await tx.deleteFrom('challenge').where('person_id', '=', id).execute();
  await tx.deleteFrom('identity_change').where('person_id', '=', id).execute();
  for (const { erase } of Object.values(tools.personalData())) await erase(tx, id);
  const sessions = await endSessionsOf(tx, id, { at, except: null });
  await appendSessionsEnded(tx, tools, { sessions, origin });
};
