// The only SQL that writes grants.
import type { UserId } from '@comitium/basics';
import type { Role } from '@comitium/contract';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { ScopeIds } from './scope-directory.ts';
import '../accounts-tables.ts';

export interface NewGrant {
  readonly id: string;
  readonly personId: UserId;
  readonly role: Role;
  readonly scope: ScopeIds & { readonly own: boolean };
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  /** Null where the program itself gives it. */
  readonly grantedBy: UserId | null;
  readonly reason: string | null;
  /** Privileged roles have one, unless the program gives them. */
  readonly invitationId: string | null;
  /** A platform administrator's second administrator. */
  readonly approvedBy: UserId | null;
}

/** False where the person holds this role at this scope already. One that ran out makes place. */
export const insertGrant = async (tx: Transaction, grant: NewGrant): Promise<boolean> => {
  const { electionId, areaId, own } = grant.scope;
  await tx
    .updateTable('role_grant')
    .set((is) => ({ revoked_at: is.ref('ends_at') }))
    .where('person_id', '=', grant.personId)
    .where('role', '=', grant.role)
    .where('own', '=', own)
    .where('election_id', 'is not distinct from', electionId)
    .where('area_id', 'is not distinct from', areaId)
    .where('revoked_at', 'is', null)
    .where('ends_at', '<=', grant.startsAt)
    .execute();
  const inserted = await tx
    .insertInto('role_grant')
    .values({
      id: grant.id,
      person_id: grant.personId,
      role: grant.role,
      election_id: electionId,
      area_id: areaId,
      starts_at: grant.startsAt,
      ends_at: grant.endsAt,
      granted_by: grant.grantedBy,
      revoked_at: null,
      own,
      reason: grant.reason,
      invitation_id: grant.invitationId,
      approved_by: grant.approvedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.length > 0;
};

export interface GrantEnd {
  readonly at: Date;
  readonly by: UserId | null;
  readonly reason: string | null;
}

/** False where it was revoked already. */
export const updateGrantRevoked = async (
  tx: Transaction,
  id: string,
  { at, by, reason }: GrantEnd,
): Promise<boolean> => {
  const revoked = await tx
    .updateTable('role_grant')
    .set({ revoked_at: at, revoked_by: by, revoke_reason: reason })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return revoked.length > 0;
};

/** Whether somebody else would still administer the platform; locks those grants, so that two cannot leave at once. */
export const hasOtherAdministrator = async (
  tx: Transaction,
  personId: UserId,
  now: Date,
): Promise<boolean> => {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select('person_id')
    .where('role', '=', 'platform_administrator')
    .where('election_id', 'is', null)
    .where('area_id', 'is', null)
    .where('revoked_at', 'is', null)
    .where('disabled_at', 'is', null)
    .where('own', '=', false)
    .where('starts_at', '<=', now)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now)]))
    .orderBy('role_grant.id')
    .forUpdate()
    .execute();
  return rows.some((row) => row.person_id !== personId);
};
