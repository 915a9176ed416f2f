import { err, isUuid, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Origin } from '../../../platform/access/origin.ts';
import { afterCommit, inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import { type AccountsTools, actorOf } from '../accounts-tools.ts';
import { personEvent } from '../sessions/session-events.ts';
import { type GrantRow, listGrants } from './grant-queries.ts';
import { mayManage } from './grant-rules.ts';
import { type GrantEnd, hasOtherAdministrator, updateGrantRevoked } from './grant-store.ts';
import { referenceOf } from './scope-directory.ts';

export interface RevokeGrant extends Origin {
  readonly grantId: string;
  /** Where given, the grant must be this person's. */
  readonly personId?: string;
}

export const revokeGrant = async (
  tools: AccountsTools,
  command: RevokeGrant,
): Promise<Result<void, Problem>> => {
  const { platform, scopes } = tools;
  const now = platform.clock.now();
  const grant = await findGrant(tools, command, now);
  if (grant === undefined) return err(problem('grant_not_found', 'There is no such grant in force.'));
  const scope = await scopes.resolve(referenceOf(grant));
  if (!scope.ok) return scope;
  const allowed = mayManage(
    command.caller,
    { role: grant.role, scope: scope.value, holderId: grant.personId },
    now,
  );
  if (!allowed.ok) return allowed;
  return inTransaction(platform.db, async (tx) => {
    const last =
      grant.role === 'platform_administrator' && !(await hasOtherAdministrator(tx, grant.personId, now));
    if (last) return err(problem('wrong_state', 'The last platform administrator cannot leave.'));
    if (!(await updateGrantRevoked(tx, grant.id, endOf(command, now)))) {
      return err(problem('grant_not_found', 'There is no such grant in force.'));
    }
    const event = { type: 'grant.revoked', payload: { grant: grant.id, role: grant.role } } as const;
    await appendToLedger(tx, [personEvent(grant.personId, command, event)]);
    afterCommit(tx, () => tools.rights.forget(grant.personId));
    return ok(undefined);
  });
};

const endOf = ({ caller, reason = null }: Origin, at: Date): GrantEnd => ({
  at,
  by: actorOf(caller),
  reason,
});

const findGrant = async (
  { platform }: AccountsTools,
  { grantId, personId }: RevokeGrant,
  now: Date,
): Promise<GrantRow | undefined> => {
  if (!isUuid(grantId)) return undefined;
  const [grant] = await listGrants(platform.db.kysely, { id: grantId }, now);
  return personId === undefined || grant?.personId === personId ? grant : undefined;
};
