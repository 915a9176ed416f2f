import type { ElectionId, UserId } from '@comitium/basics';
import type { Grant, Role } from '@comitium/contract';
import type { Kysely, RawBuilder } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { referenceOf, type ScopeIds } from './scope-directory.ts';
import '../accounts-tables.ts';

export interface GrantRow extends ScopeIds {
  readonly id: string;
  readonly personId: UserId;
  readonly role: Role;
  /** Bound to what the holder made. */
  readonly own: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

export interface GrantFilter {
  readonly personIds?: readonly UserId[];
  readonly electionId?: ElectionId;
  readonly roles?: readonly Role[];
  readonly id?: string;
  /** What of `role_grant` may be seen. */
  readonly visible?: RawBuilder<boolean>;
}

/** Grants that are neither revoked nor over, oldest first; those that begin later are among them. */
export const listGrants = async (
  db: Kysely<DatabaseSchema>,
  filter: GrantFilter,
  now: Date,
): Promise<GrantRow[]> => {
  let rows = db
    .selectFrom('role_grant')
    .select([
      'id',
      'person_id as personId',
      'role',
      'election_id as electionId',
      'area_id as areaId',
      'own',
      'starts_at as startsAt',
      'ends_at as endsAt',
    ])
    .where('revoked_at', 'is', null)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now)]))
    .orderBy('id');
  if (filter.personIds !== undefined) rows = rows.where('person_id', 'in', withDummy(filter.personIds));
  if (filter.electionId !== undefined) rows = rows.where('election_id', '=', filter.electionId);
  if (filter.roles !== undefined) rows = rows.where('role', 'in', [...filter.roles]);
  if (filter.id !== undefined) rows = rows.where('id', '=', filter.id);
  if (filter.visible !== undefined) rows = rows.where(filter.visible);
  return rows.execute();
};

const nobody = '00000000-0000-0000-0000-000000000000' as UserId;

/** SQL has no empty list. */
const withDummy = (ids: readonly UserId[]): UserId[] => (ids.length === 0 ? [nobody] : [...ids]);

/** As the wire shows them. */
export const toGrantAnswers = async (
  { scopes }: Pick<AccountsTools, 'scopes'>,
  grants: readonly GrantRow[],
): Promise<Grant[]> => {
  const names = await scopes.namesOf(grants);
  return grants.map((grant, index) => ({
    id: grant.id,
    role: grant.role,
    scope: referenceOf(grant),
    scopeName: names[index] ?? '',
    startsAt: grant.startsAt.toISOString(),
    endsAt: grant.endsAt?.toISOString() ?? null,
  }));
};
