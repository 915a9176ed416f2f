import type { SheetReceipt } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { runningFollowers } from '../../platform/ledger/index.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const db = await createTestDatabase();
const bed = await openTestApp(db);
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
afterAll(() => bed.close());

const stations = Array.from({ length: 20 }, (_, at) => `L-1-1-${at + 1}`);

const send = async (election: string, station: string, [ama, kofi]: readonly [number, number]) => {
  const answer = await bed.send('POST', `/elections/${election}/results/polling-station`, {
    headers: { ...admin, 'idempotency-key': `${election}-${station}` },
    body: presidentSheet(station, { ama, kofi, esi: 10 }),
  });
  expect(answer.statusCode).toBe(201);
  return answer.json<SheetReceipt>().warnings.map(({ code }) => code);
};

test('an election that is opened, and given its previous one, while the program runs has its swings checked', async () => {
  await openTestElection(bed, { code: 'before', shape: [1, 1, 20] });
  for (const [at, station] of stations.entries()) await send('before', station, [150 + at, 100]);
  await openTestElection(bed, { code: 'now', shape: [1, 1, 20] });
  const given = await bed.send('PATCH', '/elections/now', { headers: admin, body: { previous: 'before' } });
  expect(given.statusCode).toBe(200);
  for (const [at, station] of stations.slice(0, 8).entries()) await send('now', station, [150 + at, 101]);
  // What this process knows of the stations around follows the ledger.
  await Promise.all(runningFollowers(db).map((follower) => follower.caughtUp()));
  expect(await send('now', 'L-1-1-9', [158, 101])).toEqual([]);
  expect(await send('now', 'L-1-1-10', [20, 240])).toEqual(['swing_unusual']);
});
