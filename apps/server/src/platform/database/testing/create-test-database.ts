import { afterAll, inject } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../database.ts';
import './global-setup.ts';
import { onDatabase, randomName, withAdmin } from './template-database.ts';

/**
 * A migrated database of this test file's own, dropped after its last test. Call it at the top level of the file:
 *
 *     const db = await createTestDatabase();
 */
export const createTestDatabase = async (options: Partial<DatabaseOptions> = {}): Promise<Database> => {
  const admin = inject('adminConnectionString');
  const name = randomName();
  await withAdmin(admin, `create database ${name} template ${inject('templateDatabase')}`);
  const db = openDatabase({ poolSize: 8, ...options, connectionString: onDatabase(admin, name) });
  afterAll(async () => {
    await db.close();
    await withAdmin(admin, `drop database if exists ${name} with (force)`);
  });
  return db;
};
