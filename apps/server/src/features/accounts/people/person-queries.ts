import type { UserId } from '@comitium/basics';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { PersonRights } from '../grants/person-rights.ts';
import '../accounts-tables.ts';

type Reader = Kysely<DatabaseSchema>;

export interface PersonRow {
  readonly id: UserId;
  readonly name: string;
  readonly disabled_at: Date | null;
  readonly created_by: UserId | null;
}

/** What a password is compared with; null where the person has none. */
export const findCredentials = (
  db: Reader,
  id: UserId,
): Promise<{ password_hash: string | null; disabled_at: Date | null } | undefined> =>
  db.selectFrom('person').select(['password_hash', 'disabled_at']).where('id', '=', id).executeTakeFirst();

export const personColumns = ['person.id', 'name', 'disabled_at', 'created_by'] as const;

export const findPersonById = (db: Reader, id: UserId): Promise<PersonRow | undefined> =>
  db.selectFrom('person').select(personColumns).where('id', '=', id).executeTakeFirst();

/** Name, whether disabled, and the grants that hold at `now` or later. */
export const findRights = async (db: Reader, id: UserId, now: Date): Promise<PersonRights | null> => {
  const rows = await db
    .selectFrom('person')
    .leftJoin('role_grant', (join) =>
      join
        .onRef('role_grant.person_id', '=', 'person.id')
        .on('role_grant.revoked_at', 'is', null)
        .on((is) => is.or([is('role_grant.ends_at', 'is', null), is('role_grant.ends_at', '>', now)])),
    )
    .select(['person.name', 'person.disabled_at'])
    .select(['role', 'election_id', 'area_id', 'own', 'starts_at', 'ends_at'])
    .where('person.id', '=', id)
    .execute();
  const first = rows[0];
  if (first === undefined) return null;
  const grants = rows.flatMap(({ role, election_id, area_id, own, starts_at, ends_at }) => {
    if (role === null) return [];
    const bounds = { electionId: election_id, areaId: area_id, ownerId: own ? id : null };
    return [{ role, ...bounds, startsAt: starts_at, endsAt: ends_at }];
  });
  return { name: first.name, disabled: first.disabled_at !== null, grants };
};

/** For its owner. */
export const findProfile = (db: Reader, id: UserId) =>
  db
    .selectFrom('person')
    .select(['name', 'language', 'password_hash', 'created_at'])
    .where('id', '=', id)
    .executeTakeFirst();
