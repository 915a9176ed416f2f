import { afterAll, inject } from 'vitest';
import { asRole } from '../application-role.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../database.ts';
import './global-setup.ts';
import { onDatabase, randomName, withAdmin } from './template-database.ts';

/** The connection of the owner or of the application, to the same database. */
type TestDatabaseOptions = Partial<DatabaseOptions> & {
  /** For tests that make tables of their own or look at what only the owner may do. */
  readonly asOwner?: boolean;
};

/**
 * A migrated database of this test file's own, dropped after its last test, as the application sees it. Call it at the
 * top level of the file:
 *
 *     const db = await createTestDatabase();
 */
export const createTestDatabase = async ({
  asOwner = false,
  ...options
}: TestDatabaseOptions = {}): Promise<Database> => {
  const admin = inject('adminConnectionString');
  const name = randomName();
  await withAdmin(admin, `create database ${name} template ${inject('templateDatabase')}`);
  const owned = onDatabase(admin, name);
  const { role, password } = inject('applicationRole');
  const connectionString = asOwner ? owned : asRole(owned, role, password);
  const db = openDatabase({ poolSize: 8, ...options, connectionString });
  afterAll(async () => {
    await db.close();
    await withAdmin(admin, `drop database if exists ${name} with (force)`);
  });
  return db;
};
