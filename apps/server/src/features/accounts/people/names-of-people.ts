import type { UserId } from '@comitium/basics';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import '../accounts-tables.ts';

/** Of those that are not null. */
export const namesOfPeople = async (
  db: Kysely<DatabaseSchema>,
  ids: readonly (UserId | null)[],
): Promise<ReadonlyMap<UserId, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const somebody = (
  names: ReadonlyMap<UserId, string>,
  id: UserId | null,
): { id: string; name: string } | null => (id === null ? null : { id, name: names.get(id) ?? '' });
