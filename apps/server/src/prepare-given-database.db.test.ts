import { randomBytes } from 'node:crypto';
import { unwrap } from '@comitium/basics';
import { afterAll, expect, inject, test } from 'vitest';
import { readConfig } from './platform/config/read-config.ts';
import { asRole, openDatabase } from './platform/database/index.ts';
import { onDatabase, withAdmin } from './platform/database/testing/template-database.ts';
import { prepareGivenDatabase } from './prepare-given-database.ts';

const admin = inject('adminConnectionString');
const name = `comitium_test_${randomBytes(6).toString('hex')}`;
const role = `${name}_app`;
const password = randomBytes(12).toString('hex');
await withAdmin(admin, `create database ${name}`);
await withAdmin(admin, `create role ${role} login password '${password}'`);
const owned = onDatabase(admin, name);
const application = asRole(owned, role, password);
afterAll(async () => {
  await withAdmin(admin, `drop database ${name} with (force)`);
  await withAdmin(admin, `drop role ${role}`);
});

/** As the program does at its start; answers why it does not begin. */
const begin = async (databaseUrl: string, more: Record<string, string> = {}): Promise<string | null> => {
  const config = unwrap(readConfig({ DATABASE_URL: databaseUrl, ...more }));
  const db = openDatabase({ connectionString: databaseUrl, poolSize: 1 });
  try {
    const prepared = await prepareGivenDatabase(db, config);
    return prepared.ok ? null : prepared.error;
  } finally {
    await db.close();
  }
};

test('the application’s role waits for the owner to prepare the database, and then begins by itself', async () => {
  expect(await begin(application)).toContain('no tables of Comitium yet. Run `comitium migrate`');
  expect(await begin(application, { COMITIUM_DATABASE_OWNER_URL: owned, NODE_ENV: 'production' })).toBe(null);
  expect(await begin(application, { NODE_ENV: 'production' })).toBe(null);
  await withAdmin(owned, `delete from migration where name like '0008%'`);
  expect(await begin(application)).toContain('lacks 0008_notary.sql');
});

test('production refuses a role that could rewrite the ledger; elsewhere one role may do all', async () => {
  await withAdmin(
    owned,
    `drop schema public cascade; drop schema graphile_worker cascade; create schema public`,
  );
  expect(await begin(owned, { NODE_ENV: 'production' })).toContain('could rewrite the ledger');
  expect(await begin(owned)).toBe(null);
});

test('whoever was granted too much by hand is refused as well', async () => {
  expect(await begin(application, { COMITIUM_DATABASE_OWNER_URL: owned })).toBe(null);
  await withAdmin(owned, `grant update (payload) on ledger to ${role}`);
  await withAdmin(owned, `grant truncate on audit_refusal to ${role}`);
  expect(await begin(application, { NODE_ENV: 'production' })).toContain('could rewrite the ledger');
  // The next migration takes it back.
  expect(await begin(application, { COMITIUM_DATABASE_OWNER_URL: owned, NODE_ENV: 'production' })).toBe(null);
  await withAdmin(owned, `grant update (payload) on ledger to ${role}`);
  expect(await begin(application, { NODE_ENV: 'production' })).toContain('could rewrite the ledger');
});
