import type { UserId } from '@comitium/basics';
import type { Invitation, Language, Role } from '@comitium/contract';
import type { Kysely, RawBuilder } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { referenceOf, type ScopeIds } from '../grants/scope-directory.ts';
import { type IdentityKind, maskIdentity } from '../identities/identity.ts';
import { namesOfPeople, somebody } from '../people/names-of-people.ts';
import { type InvitationFacts, stateOfInvitation } from './invitation.ts';
import { openTarget } from './invitation-target.ts';
import '../approvals/approval-tables.ts';
import './invitation-tables.ts';

export interface InvitationRow extends InvitationFacts, ScopeIds {
  readonly id: string;
  readonly role: Role;
  readonly own: boolean;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly kind: IdentityKind;
  readonly sealed: string | null;
  readonly language: Language;
  readonly reason: string;
  readonly invitedBy: UserId | null;
  readonly createdAt: Date;
  readonly acceptedBy: UserId | null;
  /** Who decided about it as the second administrator. */
  readonly decidedBy: UserId | null;
}

export interface InvitationFilter {
  readonly id?: string;
  readonly secretHash?: Buffer;
  readonly visible?: RawBuilder<boolean>;
  readonly after?: string | undefined;
  readonly limit?: number;
}

/** The newest first. */
export const listInvitations = (
  db: Kysely<DatabaseSchema>,
  filter: InvitationFilter,
): Promise<InvitationRow[]> => {
  let rows = db
    .selectFrom('invitation')
    .leftJoin('approval', 'approval.invitation_id', 'invitation.id')
    .select(['invitation.id', 'role', 'own', 'kind', 'sealed', 'language', 'reason'])
    .select(['election_id as electionId', 'area_id as areaId', 'starts_at as startsAt', 'ends_at as endsAt'])
    .select(['invited_by as invitedBy', 'created_at as createdAt', 'expires_at as expiresAt'])
    .select(['accepted_at as acceptedAt', 'accepted_by as acceptedBy', 'revoked_at as revokedAt'])
    .select(['approval.state as approval', 'approval.decided_by as decidedBy'])
    .orderBy('invitation.id', 'desc');
  if (filter.id !== undefined) rows = rows.where('invitation.id', '=', filter.id);
  if (filter.secretHash !== undefined) rows = rows.where('secret_hash', '=', filter.secretHash);
  if (filter.visible !== undefined) rows = rows.where(filter.visible);
  if (filter.after !== undefined) rows = rows.where('invitation.id', '<', filter.after);
  if (filter.limit !== undefined) rows = rows.limit(filter.limit);
  return rows.execute();
};

/** As the wire shows them: the number or address masked, and only while it is needed. */
export const toInvitationAnswers = async (
  { platform, scopes }: Pick<AccountsTools, 'platform' | 'scopes'>,
  rows: readonly InvitationRow[],
): Promise<Invitation[]> => {
  const now = platform.clock.now();
  const places = await scopes.namesOf(rows);
  const names = await namesOfPeople(
    platform.db.kysely,
    rows.flatMap(({ invitedBy, acceptedBy }) => [invitedBy, acceptedBy]),
  );
  return rows.map((row, index) => {
    const target = openTarget(platform.keys, row);
    return {
      id: row.id,
      role: row.role,
      scope: referenceOf(row),
      scopeName: places[index] ?? '',
      startsAt: row.startsAt?.toISOString() ?? null,
      endsAt: row.endsAt?.toISOString() ?? null,
      state: stateOfInvitation(row, now),
      to: target && maskIdentity(target),
      invitedBy: somebody(names, row.invitedBy),
      reason: row.reason,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      acceptedBy: somebody(names, row.acceptedBy),
    };
  });
};
