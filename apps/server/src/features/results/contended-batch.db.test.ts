// A batch that loses to other writers each time that it is tried. The deadlocks are PostgreSQL's own answers, made by a
// trigger for the station that is in others' way.
import type { BatchAnswer } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const db = await createTestDatabase({ asOwner: true });
const bed = await openTestApp(db);
await openTestElection(bed, { shape: [1, 1, 5] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
afterAll(() => bed.close());

const path = '/api/v1/elections/e/results/polling-station';
const sheet = (station: number) => presidentSheet(`L-1-1-${station}`, { ama: station, kofi: 2, esi: 3 });

const send = (station: number) =>
  bed.app.server.inject({
    method: 'POST',
    url: path,
    headers: { ...admin, 'idempotency-key': `k${station}` },
    payload: sheet(station),
  });

type Told = [status: number, code: string | undefined, retryAfterSeconds: number | undefined];

const sendBatch = async (...stations: number[]): Promise<Told[]> => {
  const answer = await bed.app.server.inject({
    method: 'POST',
    url: `${path}/batch`,
    headers: { ...admin, 'content-type': 'application/x-ndjson' },
    payload: stations.map((n) => JSON.stringify({ ...sheet(n), key: `k${n}` })).join('\n'),
  });
  const lines = answer.body.trim().split('\n');
  return lines.map((line) => {
    const { status, problem } = JSON.parse(line) as BatchAnswer;
    return [status, problem?.code, problem?.retryAfterSeconds];
  });
};

/** Each sheet of this station fails so; the sequence counts how often, also where the transaction was rolled back. */
const standInTheWay = async (station: number, sqlState: string): Promise<void> => {
  await db.pool.query(`
    create sequence attempts;
    create function stand_in_the_way() returns trigger language plpgsql as $$ begin
      if new.station_id = (select id from area where code = 'L-1-1-${station}') then
        perform nextval('attempts');
        raise exception using errcode = '${sqlState}', message = 'made to fail';
      end if;
      return new;
    end $$;
    create trigger stand_in_the_way before insert on sheet for each row execute function stand_in_the_way()`);
};

const stepAside = async (): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>('select last_value::int as n from attempts');
  await db.pool.query('drop function stand_in_the_way cascade; drop sequence attempts');
  return rows[0]?.n ?? 0;
};

const stored = async (): Promise<number> =>
  (await db.pool.query<{ n: number }>('select count(*)::int as n from sheet')).rows[0]?.n ?? 0;

test('one sheet that always loses is answered 503 with Retry-After, is not stored, and goes in when sent again', async () => {
  await standInTheWay(1, '40P01');
  const given = await send(1);
  expect([given.statusCode, given.json<{ code: string }>().code]).toEqual([503, 'unavailable']);
  expect(given.headers['retry-after']).toBe('2');
  expect(await stored()).toBe(0);
  expect(await stepAside()).toBe(5);
  const again = await send(1);
  expect([again.statusCode, again.headers['idempotent-replayed']]).toEqual([201, undefined]);
});

test('in a batch those before it go in alone; it and those behind it may be sent again, and hear when', async () => {
  await standInTheWay(3, '40P01');
  expect(await sendBatch(2, 3, 4, 5)).toEqual([
    [201, undefined, undefined],
    [503, 'unavailable', 2],
    [503, 'unavailable', 2],
    [503, 'unavailable', 2],
  ]);
  expect(await stored()).toBe(2);
  // Five times together and five times alone; those behind it were spared.
  expect(await stepAside()).toBe(10);
  expect(await sendBatch(2, 3, 4, 5)).toEqual(Array(4).fill([201, undefined, undefined]));
  expect(await stored()).toBe(5);
});

test('a lock that is waited for too long is the same, without more attempts; a fault of its own is a fault of ours', async () => {
  await db.pool.query("update sheet set status = 'rejected'");
  await standInTheWay(1, '55P03');
  const headers = { ...admin, 'idempotency-key': 'locked' };
  const locked = await bed.app.server.inject({ method: 'POST', url: path, headers, payload: sheet(1) });
  expect([locked.statusCode, locked.headers['retry-after']]).toEqual([503, '2']);
  await stepAside();
  await standInTheWay(1, '22012');
  const lines = [1, 2].map((n) => JSON.stringify({ ...sheet(n), key: `new${n}` }));
  const answer = await bed.app.server.inject({
    method: 'POST',
    url: `${path}/batch`,
    headers: { ...admin, 'content-type': 'application/x-ndjson' },
    payload: lines.join('\n'),
  });
  // The bad one takes nobody down, whatever stands behind it.
  const answers = answer.body.trim().split('\n');
  expect(answers.map((line) => (JSON.parse(line) as BatchAnswer).status)).toEqual([500, 201]);
  await stepAside();
});
