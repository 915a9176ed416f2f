import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Of a server of one's own; the tests run on this one and on the embedded one. */
const oldestMajor = 15;

/** Why a server of this version is refused, in one sentence, or null; `number` is its server_version_num, such as 150018. */
export const refuseVersion = (number: number): string | null => {
  const major = Math.floor(number / 10_000);
  if (major >= oldestMajor) return null;
  return `The database in DATABASE_URL runs on PostgreSQL ${major}, and Comitium needs ${oldestMajor} or later.`;
};

export const refuseServer = async ({ kysely }: Pick<Database, 'kysely'>): Promise<string | null> => {
  const { rows } = await sql<{ number: number }>`
    select current_setting('server_version_num')::int as number`.execute(kysely);
  return refuseVersion(rows[0]?.number ?? 0);
};
