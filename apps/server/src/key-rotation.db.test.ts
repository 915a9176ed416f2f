import { randomBytes } from 'node:crypto';
import { unwrap } from '@comitium/basics';
import { type Kysely, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { type App, buildApp } from './build-app.ts';
import { checkDataKeys } from './platform/crypto/check-data-keys.ts';
import { createKeyRing } from './platform/crypto/key-ring.ts';
import type { DatabaseSchema } from './platform/database/schema.ts';
import { createTestDatabase } from './platform/database/testing/create-test-database.ts';
import { createTestPlatform } from './platform/testing/create-test-platform.ts';

const db = await createTestDatabase();
const old = { id: 'old', key: randomBytes(32) };
const fresh = { id: 'fresh', key: randomBytes(32) };
const open = (...keys: { id: string; key: Buffer }[]): Promise<App> =>
  buildApp(createTestPlatform(db, { keys: createKeyRing(keys) }), {});

const before = await open(old);
const during = await open(fresh, old);
const after = await open(fresh);
await before.start();
afterAll(() => before.stop());

const operator = { kind: 'system', name: 'test' } as const;
const password = 'a long enough phrase';
const addPerson = (app: App, email: string) =>
  app.accounts.createPerson({ caller: operator, requestId: null, email, name: 'Somebody', password });
const signIn = async (app: App, email: string): Promise<number> => {
  const payload = { email, password };
  return (await app.server.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload })).statusCode;
};
const oldRows = async (app: App): Promise<number> => {
  const use = (await app.keyRotation.status()).find(({ key }) => key === 'old');
  return Object.values(use?.rows ?? {}).reduce((sum, count) => sum + count, 0);
};
const run = async (
  app: App,
  work: string,
  { signal = new AbortController().signal, key = 'fresh' } = {},
): Promise<void> => {
  const [job] = app.keyRotation.jobs;
  await job?.run({ work, key }, { db, log: app.platform.log, signal, attempt: 1 });
};

/** As the signal of a job whose program ends between two batches. */
const endedAtReport = (report: number): AbortSignal => {
  let reports = 0;
  const throwIfAborted = (): void => {
    reports += 1;
    if (reports >= report) throw new Error('the program was ended');
  };
  return Object.assign(new AbortController().signal, { throwIfAborted });
};

/** Every value of every text column that names a key: what the stores have forgotten would be seen here. */
const keysInUse = async (kysely: Kysely<DatabaseSchema>): Promise<string[]> => {
  const columns = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'text'`.execute(kysely);
  const found: string[] = [];
  for (const { table, column } of columns.rows) {
    const { rows } = await sql<{ value: string }>`
      select ${sql.ref(column)} as value from ${sql.table(table)}
      where ${sql.ref(column)} ~ '^(old|fresh)\\.[A-Za-z0-9_-]{16}\\.'`.execute(kysely);
    found.push(...rows.map(({ value }) => `${table} ${value.split('.')[0]}`));
  }
  return found;
};

test('rows of the old key are renewed, also after a kill in the middle, and nothing is left of it', async () => {
  unwrap(await checkDataKeys(db, createKeyRing([old])));
  for (let index = 0; index < 5; index++) unwrap(await addPerson(before, `p${index}@example.org`));
  expect(await signIn(before, 'p0@example.org')).toBe(200);
  await before.server.inject({
    method: 'POST',
    url: '/api/v1/auth/phone/code',
    payload: { phone: '+995599300001' },
  });
  const rows = await oldRows(during);
  expect(rows).toBeGreaterThan(6);

  const work = await during.keyRotation.start();
  // A process that still writes with the old key leaves the work to others.
  await run(before, work);
  expect((await during.keyRotation.find(work))?.state).toBe('waiting');
  await expect(run(during, work, { signal: endedAtReport(3) })).rejects.toThrow('the program was ended');
  expect((await during.keyRotation.find(work))?.state).toBe('failed');
  const left = await oldRows(during);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(rows);
  expect(await signIn(during, 'p1@example.org')).toBe(200);
  await run(during, work);
  expect(await during.keyRotation.find(work)).toMatchObject({ state: 'finished', done: left, total: left });
  const used = await keysInUse(db.kysely);
  expect(used.length).toBeGreaterThanOrEqual(rows);
  expect(used.filter((value) => value.endsWith(' old'))).toEqual([]);
  expect(await oldRows(during)).toBe(0);
  expect((await checkDataKeys(db, createKeyRing([fresh]))).ok).toBe(true);
});

test('everybody is found with the new key alone, and signing keys sign on', async () => {
  for (let index = 0; index < 5; index++) expect(await signIn(after, `p${index}@example.org`)).toBe(200);
  const person = await after.accounts.findPersonByIdentity('P3@example.org');
  expect(person?.name).toBe('Somebody');
});

test('while keys change, whichever process writes, nobody joins twice', async () => {
  const behind = await open(old, fresh);
  unwrap(await addPerson(behind, 'slow@example.org'));
  for (const app of [during, behind, after]) {
    expect(await addPerson(app, 'slow@example.org')).toMatchObject({
      ok: false,
      error: { code: 'email_taken' },
    });
    expect((await app.accounts.findPersonByIdentity('slow@example.org'))?.name).toBe('Somebody');
  }
  expect(await signIn(during, 'slow@example.org')).toBe(200);
});

test('a rotation that was cancelled stops, and does not begin again', async () => {
  const work = await during.keyRotation.start();
  expect(await during.keyRotation.cancel(work)).toBe(true);
  const rows = await oldRows(during);
  expect(rows).toBeGreaterThan(0);
  await run(during, work);
  expect((await during.keyRotation.find(work))?.state).toBe('cancelled');
  expect(await oldRows(during)).toBe(rows);
  expect(await during.keyRotation.cancel(work)).toBe(false);
});
