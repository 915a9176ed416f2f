import type { UserId } from '@comitium/basics';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import '../accounts-tables.ts';

type Reader = Kysely<DatabaseSchema>;

/** The open session of a person, newest first. */
export const listOpenSessions = (db: Reader, personId: UserId, now: Date) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** Whether this person has ever signed in. */
export const hasSignedIn = async (db: Reader, personId: UserId): Promise<boolean> => {
  const found = await db
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};

/** Open sessions that were not used since, once for each role that their people hold. */
export const listIdleHolders = (db: Reader, { since, now }: { since: Date; now: Date }) =>
  db
    .selectFrom('session')
    .innerJoin('role_grant', 'role_grant.person_id', 'session.person_id')
    .select(['session.id', 'role'])
    .where('ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('last_seen_at', '<', since)
    .where('revoked_at', 'is', null)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now)]))
    .execute();

/** When this session showed a second factor last, and when it began; undefined once it has ended. */
export const findSessionProof = (db: Reader, id: string) =>
  db
    .selectFrom('session')
    .select(['created_at', 'second_factor_at', 'expires_at', 'person_id'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
