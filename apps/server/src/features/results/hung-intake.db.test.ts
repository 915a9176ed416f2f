import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../../platform/database/database.ts';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { openStallingProxy } from '../../platform/database/testing/open-stalling-proxy.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const { connectionString } = await createTestDatabase();
const proxy = await openStallingProxy(connectionString);
const db = openDatabase({ connectionString: proxy.connectionString, poolSize: 8, statementTimeoutMs: 1_500 });
const bed = await openTestApp(db);
await openTestElection(bed, { shape: [1, 1, 3] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
afterAll(async () => {
  await bed.close();
  await db.close();
  proxy.close();
});

const send = (station: string) => {
  const headers = { ...admin, 'idempotency-key': `key-${station}` };
  const body = presidentSheet(station, { ama: 1, kofi: 2, esi: 3 });
  return bed.send('POST', '/elections/e/results/polling-station', { headers, body });
};

test('a PostgreSQL that hangs is waited for once: 503, though it would answer a second question', async () => {
  expect((await send('L-1-1-1')).statusCode).toBe(201);
  const { pipelines } = db;
  let given = 0;
  const hanging = Promise.withResolvers<void>();
  // The batch's connection is given up when its time is over; from that moment on PostgreSQL answers again.
  const connect = pipelines.connect.bind(pipelines);
  pipelines.connect = async () => {
    const client = await connect();
    proxy.stall();
    given += 1;
    hanging.resolve();
    const release = client.release.bind(client);
    Object.assign(client, {
      release: () => {
        release();
        proxy.resume();
      },
    });
    return client;
  };
  const first = send('L-1-1-2');
  await hanging.promise;
  // It waits for the next batch, which is not begun when this one was waited for in vain.
  const behind = send('L-1-1-3');
  for (const answer of await Promise.all([first, behind])) {
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'unavailable']);
    expect(answer.headers['retry-after']).toBe('2');
  }
  expect(given).toBe(1);
  pipelines.connect = connect;
  for (const station of ['L-1-1-2', 'L-1-1-3']) {
    const again = await send(station);
    expect([again.statusCode, again.headers['idempotent-replayed']]).toEqual([201, undefined]);
  }
});
