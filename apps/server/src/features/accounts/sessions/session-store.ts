// The only SQL that writes sessions. Every way to sign in ends in insertSession.
import type { UserId } from '@comitium/basics';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import '../accounts-tables.ts';

export interface NewSession {
  readonly id: string;
  readonly personId: UserId;
  readonly secretHash: Buffer;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

/** False where the person was disabled in the meantime. */
export const insertSession = async (tx: Transaction, session: NewSession): Promise<boolean> => {
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', session.personId)
    .where('disabled_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (person === undefined) return false;
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      person_id: session.personId,
      secret_hash: session.secretHash,
      created_at: session.startsAt,
      expires_at: session.expiresAt,
      ended_at: null,
    })
    .execute();
  return true;
};

/** The ids of those that were still open. */
export const endSession = async (tx: Transaction, id: string, at: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['id', 'person_id'])
    .execute();

export const endSessionsOf = async (
  tx: Transaction,
  personId: UserId,
  { at, except }: { at: Date; except: string | null },
) => {
  let ending = tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (except !== null) ending = ending.where('id', '<>', except);
  return ending.returning(['id', 'person_id']).execute();
};

/** The open session whose cookie holds the secret, of a person who may still sign in. */
export const findOpenSession = (db: Kysely<DatabaseSchema>, secretHash: Buffer, now: Date) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['session.id', 'session.person_id', 'session.expires_at'])
    .where('secret_hash', '=', secretHash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
