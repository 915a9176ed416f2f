import type { UserId } from '@comitium/basics';
import type { Kysely, Selectable } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import './message-tables.ts';

export type MessageRow = Selectable<DatabaseSchema['message']>;

export const findMessage = (db: Kysely<DatabaseSchema>, id: string): Promise<MessageRow | undefined> =>
  db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();

/** What was sent to a person and when; what it said is erased soon after its delivery. */
export const listMessagesTo = async (db: Kysely<DatabaseSchema>, personId: UserId) => {
  const rows = await db
    .selectFrom('message')
    .select(['channel', 'template', 'language', 'state', 'created_at'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return rows.map(({ created_at, ...row }) => ({ ...row, at: created_at.toISOString() }));
};
