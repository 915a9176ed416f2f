import type { SheetReceipt } from '@comitium/contract';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const db = await createTestDatabase();
const bed = await openTestApp(db);
await openTestElection(bed, { shape: [1, 1, 4] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
afterAll(() => bed.close());
afterEach(() => vi.restoreAllMocks());

const send = (station: string, key: string) => {
  const headers = { ...admin, 'idempotency-key': key };
  const body = presidentSheet(station, { ama: 1, kofi: 2, esi: 3 });
  return bed.send('POST', '/elections/e/results/polling-station', { headers, body });
};

/** The next batch's connection is lost before its commit is sent, or before the commit's answer is heard. */
const loseConnection = (when: 'before' | 'after'): void => {
  const { pipelines } = bed.app.platform.db;
  const connect = pipelines.connect.bind(pipelines);
  vi.spyOn(pipelines, 'connect').mockImplementationOnce(async () => {
    const client = await connect();
    const query = client.query.bind(client);
    vi.spyOn(client, 'query').mockImplementation((async (text: string, parameters: readonly unknown[]) => {
      if (text !== 'commit') return query(text, parameters);
      vi.restoreAllMocks();
      await query(when === 'before' ? 'rollback' : 'commit', []);
      throw new Error('Connection terminated unexpectedly');
    }) as typeof client.query);
    return client;
  });
};

const stored = async () => {
  const { rows } = await db.pool.query<{ sheets: number; events: number; counted: number }>(
    `select (select count(*)::int from sheet) as sheets,
       (select count(*)::int from ledger where type = 'sheet.submitted') as events,
       (select max(stations) from tally where basis = 0) as counted`,
  );
  return rows[0];
};

test.each([
  ['after', 'L-1-1-1', 1],
  ['before', 'L-1-1-2', 2],
] as const)(
  'a connection that is lost %s its commit: taken once, counted once, and answered',
  async (when, station, n) => {
    loseConnection(when);
    const answer = await send(station, `lost-${when}`);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(await stored()).toEqual({ sheets: n, events: n, counted: n });
    const again = await send(station, `lost-${when}`);
    expect(again.json<SheetReceipt>().receipt).toEqual(answer.json<SheetReceipt>().receipt);
  },
);

test('a batch that finds no place is done with care, and the next one is hopeful again', async () => {
  expect((await send('L-1-1-1', 'another-key')).statusCode).toBe(409);
  expect((await send('L-1-1-3', 'third')).statusCode).toBe(201);
  const connect = vi.spyOn(bed.app.platform.db.pipelines, 'connect');
  expect((await send('L-1-1-4', 'fourth')).statusCode).toBe(201);
  expect(connect).toHaveBeenCalledTimes(1);
  expect(await stored()).toEqual({ sheets: 4, events: 4, counted: 4 });
});

test('an election that was closed elsewhere a moment ago takes no sheet, and says so', async () => {
  await db.pool.query("update election set state = 'certified' where code = 'e'");
  const late = await send('L-1-1-1', 'too-late');
  expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'wrong_state']);
  await db.pool.query("update election set state = 'counting' where code = 'e'");
  expect(await stored()).toEqual({ sheets: 4, events: 4, counted: 4 });
});

test('when writers keep standing in each other’s way it is tried again, and in the end said', async () => {
  const connect = vi.spyOn(bed.app.platform.db.pipelines, 'connect');
  connect.mockRejectedValueOnce(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
  await db.pool.query(
    "update sheet set status = 'rejected' where station_id = (select id from area where code = 'L-1-1-4')",
  );
  await db.pool.query('delete from tally');
  expect((await send('L-1-1-4', 'after-a-deadlock')).statusCode).toBe(201);
  connect.mockRejectedValue(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
  expect((await send('L-1-1-3', 'never')).statusCode).toBe(409);
  await db.pool.query(
    "update sheet set status = 'rejected' where station_id = (select id from area where code = 'L-1-1-3')",
  );
  const given = await send('L-1-1-3', 'always-in-the-way');
  expect([given.statusCode, given.json<{ code: string }>().code]).toEqual([503, 'unavailable']);
  expect(given.headers['retry-after']).toBe('2');
});
