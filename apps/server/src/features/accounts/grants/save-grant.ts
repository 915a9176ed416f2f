import type { Origin } from '../../../platform/access/origin.ts';
import { afterCommit, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { personEvent } from '../sessions/session-events.ts';
import { insertGrant, type NewGrant } from './grant-store.ts';

/** Where every way to a right ends. False where the person holds this role at this scope already. */
export const saveGrant = async (
  tx: Transaction,
  tools: Pick<AccountsTools, 'rights'>,
  { grant, origin }: { grant: NewGrant; origin: Origin },
): Promise<boolean> => {
  if (!(await insertGrant(tx, grant))) return false;
  const payload = {
    grant: grant.id,
    role: grant.role,
    election: grant.scope.electionId,
    area: grant.scope.areaId,
    own: grant.scope.own,
    startsAt: grant.startsAt.toISOString(),
    endsAt: grant.endsAt?.toISOString() ?? null,
    grantedBy: grant.grantedBy,
    invitation: grant.invitationId,
    approvedBy: grant.approvedBy,
  };
  await appendToLedger(tx, [personEvent(grant.personId, origin, { type: 'grant.given', payload })]);
  afterCommit(tx, () => tools.rights.forget(grant.personId));
  return true;
};
