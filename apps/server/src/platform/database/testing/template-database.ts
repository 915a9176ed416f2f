import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ensureRole, type RoleCredentials } from '../application-role.ts';
import { openDatabase } from '../database.ts';
import { prepareDatabase } from '../prepare-database.ts';

export const withAdmin = async (connectionString: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** The same server, another database. */
export const onDatabase = (connectionString: string, database: string): string =>
  connectionString.replace(/^([a-z]+:\/\/[^/]*)\/[^?]*/, `$1/${database}`);

export const randomName = (): string => `comitium_test_${randomBytes(6).toString('hex')}`;

export const createTemplate = async (
  connectionString: string,
  application: RoleCredentials,
): Promise<string> => {
  const name = randomName();
  await withAdmin(connectionString, `create database ${name}`);
  const db = openDatabase({ connectionString: onDatabase(connectionString, name), poolSize: 2 });
  await ensureRole(db, application);
  await prepareDatabase(db, application.role);
  await db.close();
  return name;
};

export const dropTemplate = (connectionString: string, name: string): Promise<void> =>
  withAdmin(connectionString, `drop database if exists ${name} with (force)`);
