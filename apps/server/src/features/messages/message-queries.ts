import type { Kysely, Selectable } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import './message-tables.ts';

export type MessageRow = Selectable<DatabaseSchema['message']>;

export const findMessage = (db: Kysely<DatabaseSchema>, id: string): Promise<MessageRow | undefined> =>
  db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
