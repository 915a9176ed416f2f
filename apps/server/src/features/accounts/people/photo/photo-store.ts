import type { UserId } from '@comitium/basics';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../../../platform/database/schema.ts';
import type { Transaction } from '../../../../platform/database/transaction.ts';
import type { MediaType } from '../../../../platform/files/media-type-of.ts';
import '../../accounts-tables.ts';

export const findPhoto = (db: Kysely<DatabaseSchema>, id: UserId) =>
  db.selectFrom('person_photo').selectAll().where('person_id', '=', id).executeTakeFirst();

export const findPhotoTime = async (db: Kysely<DatabaseSchema>, id: UserId): Promise<Date | undefined> =>
  (await db.selectFrom('person_photo').select('stored_at').where('person_id', '=', id).executeTakeFirst())
    ?.stored_at;

export interface NewPhoto {
  readonly personId: UserId;
  readonly mediaType: MediaType;
  readonly content: Buffer;
  readonly storedAt: Date;
}

/** In place of the one before. */
export const upsertPhoto = async (
  tx: Transaction,
  { personId, mediaType, content, storedAt }: NewPhoto,
): Promise<void> => {
  const photo = { media_type: mediaType, content, stored_at: storedAt };
  await tx
    .insertInto('person_photo')
    .values({ person_id: personId, ...photo })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(photo))
    .execute();
};

/** False where there was none. */
export const deletePhoto = async (tx: Transaction, id: UserId): Promise<boolean> => {
  const deleted = await tx
    .deleteFrom('person_photo')
    .where('person_id', '=', id)
    .returning('person_id')
    .execute();
  return deleted.length > 0;
};
