import { type Kysely, sql } from 'kysely';
import { ledgerIsRestored } from '../ledger/open-ledger-era.ts';
import type { Database } from './database.ts';
import { listPending } from './migrate.ts';
import type { DatabaseSchema } from './schema.ts';

const advice = 'Run `comitium migrate` with COMITIUM_DATABASE_OWNER_URL first.';

const exists = async (db: Kysely<DatabaseSchema>, table: string): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`select to_regclass(${table}) is not null as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
};

/** Whether the application's role can begin its work: what is missing in one sentence, or null. Changes nothing. */
export const findUnprepared = async (db: Database): Promise<string | null> => {
  const made =
    (await exists(db.kysely, 'migration')) && (await exists(db.kysely, 'graphile_worker.migrations'));
  if (!made) return `The database has no tables of Comitium yet. ${advice}`;
  const pending = await listPending(db);
  if (pending.length > 0) return `The database lacks ${pending.join(', ')}. ${advice}`;
  if (await ledgerIsRestored(db.kysely)) return `The ledger was restored from another server. ${advice}`;
  return null;
};

/** Whether the connection's role makes tables: then it is the owner, and one role does all. */
export const mayCreateTables = async (db: Database): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege('public', 'create') as may`.execute(db.kysely);
  return rows[0]?.may ?? false;
};
