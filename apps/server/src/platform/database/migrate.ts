// Applies apps/server/migrations/NNNN_name.sql in order: forward only, each in one transaction, one process at a time.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Database } from './database.ts';

/** A migration that was applied differs from its file, or is missing: somebody changed history. */
export class MigrationMismatchError extends Error {
  override readonly name = 'MigrationMismatchError';
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export const migrationsFolder = join(import.meta.dirname, '../../../migrations');
const lockKey = "hashtextextended('comitium migrations', 0)";

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });

const verify = (migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void => {
  for (const [name, checksum] of applied) {
    const file = migrations.find((migration) => migration.name === name);
    if (file === undefined) {
      throw new MigrationMismatchError(
        `The database has migration ${name}, which this version does not know: is it older than the database?`,
      );
    }
    if (file.checksum !== checksum) {
      throw new MigrationMismatchError(
        `Migration ${name} was changed after it was applied: restore its file and add a new migration.`,
      );
    }
  }
};

const apply = async (client: pg.PoolClient, migration: Migration): Promise<void> => {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    // The connection is destroyed by the caller, which rolls back.
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
};

/** The names of the migrations that the database lacks; reads only. */
export const listPending = async (db: Database, folder: string = migrationsFolder): Promise<string[]> => {
  const migrations = readMigrations(folder);
  const rows = await db.kysely.selectFrom('migration').select(['name', 'checksum']).execute();
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  verify(migrations, applied);
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
};

/** The names of the migrations that were applied now. */
export const migrate = async (db: Database, folder: string = migrationsFolder): Promise<string[]> => {
  const migrations = readMigrations(folder);
  const client = await db.pool.connect();
  try {
    // Building an index on a large table may take longer than any request should.
    await client.query('set statement_timeout = 0; set lock_timeout = 0');
    await client.query(`select pg_advisory_lock(${lockKey})`);
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration order by name',
    );
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    verify(migrations, applied);
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Destroyed instead of returned: its time-outs are off and it holds the lock.
    client.release(true);
  }
};
