// The only SQL that writes invitations.
import type { UserId } from '@comitium/basics';
import type { Language, Role } from '@comitium/contract';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { ScopeIds } from '../grants/scope-directory.ts';
import type { IdentityKind } from '../identities/identity.ts';
import './invitation-tables.ts';

export interface NewInvitation {
  readonly id: string;
  readonly role: Role;
  readonly scope: ScopeIds & { readonly own: boolean };
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly kind: IdentityKind;
  readonly sealed: string;
  readonly language: Language;
  readonly reason: string;
  readonly invitedBy: UserId | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const insertInvitation = async (tx: Transaction, invitation: NewInvitation): Promise<void> => {
  const { scope } = invitation;
  await tx
    .insertInto('invitation')
    .values({
      id: invitation.id,
      role: invitation.role,
      election_id: scope.electionId,
      area_id: scope.areaId,
      own: scope.own,
      starts_at: invitation.startsAt,
      ends_at: invitation.endsAt,
      kind: invitation.kind,
      sealed: invitation.sealed,
      language: invitation.language,
      reason: invitation.reason,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      secret_hash: null,
      expires_at: invitation.expiresAt,
      accepted_at: null,
      accepted_by: null,
      revoked_at: null,
      revoked_by: null,
    })
    .execute();
};

/** Locks it, so that one of two who accept or revoke at once finds it over. */
export const lockInvitation = (tx: Transaction, id: string) =>
  tx
    .selectFrom('invitation')
    .select(['accepted_at', 'revoked_at', 'expires_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export const updateInvitationSent = async (
  tx: Transaction,
  id: string,
  { secretHash, expiresAt }: { secretHash: Buffer; expiresAt: Date },
): Promise<void> => {
  await tx
    .updateTable('invitation')
    .set({ secret_hash: secretHash, expires_at: expiresAt })
    .where('id', '=', id)
    .execute();
};

/** The link is worth nothing from here on, and the number or address is forgotten. */
const over = { secret_hash: null, sealed: null } as const;

export const updateInvitationAccepted = async (
  tx: Transaction,
  id: string,
  { at, by }: { at: Date; by: UserId },
): Promise<void> => {
  await tx
    .updateTable('invitation')
    .set({ ...over, accepted_at: at, accepted_by: by })
    .where('id', '=', id)
    .execute();
};

export const updateInvitationRevoked = async (
  tx: Transaction,
  id: string,
  { at, by }: { at: Date; by: UserId | null },
): Promise<void> => {
  await tx
    .updateTable('invitation')
    .set({ ...over, revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .execute();
};

/** Forgets the numbers and addresses of invitations that ran out. */
export const forgetExpiredTargets = async (tx: Transaction, now: Date): Promise<void> => {
  await tx
    .updateTable('invitation')
    .set(over)
    .where('expires_at', '<=', now)
    .where('sealed', 'is not', null)
    .execute();
};
