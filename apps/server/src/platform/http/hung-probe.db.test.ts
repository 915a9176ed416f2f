import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openDatabase } from '../database/database.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { openStallingProxy } from '../database/testing/open-stalling-proxy.ts';

const { connectionString } = await createTestDatabase();
const proxy = await openStallingProxy(connectionString);
// Statements may take as long as in production: the probe must not wait for them.
const db = openDatabase({ connectionString: proxy.connectionString, poolSize: 8 });
const bed = await openTestApp(db);
afterAll(async () => {
  proxy.resume();
  await bed.close();
  await db.close();
  proxy.close();
});

const ready = () => bed.send('GET', '//readyz');

test('where PostgreSQL hangs the probe says so, and says when it answers again', async () => {
  expect((await ready()).statusCode).toBe(200);
  proxy.stall();
  const answers = await Promise.all([ready(), ready()]);
  for (const answer of answers) {
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({
      code: 'unavailable',
      detail: 'The database has not answered for 3 s.',
    });
    expect(answer.headers['retry-after']).toBe('2');
  }
  proxy.resume();
  await expect.poll(async () => (await ready()).statusCode, { timeout: 30_000 }).toBe(200);
});

test('where PostgreSQL hangs the figures are told all the same, sooner than a statement is given up', async () => {
  proxy.stall();
  const statement = sql`select 1`.execute(db.kysely).then(
    () => 'answered',
    () => 'given up',
  );
  const metrics = bed.send('GET', '//metrics');
  expect(await Promise.race([statement, metrics.then(({ statusCode }) => statusCode)])).toBe(200);
  expect((await metrics).body).toContain('comitium_dead_letters{channel="sms"} Nan');
  proxy.resume();
  await statement;
});
