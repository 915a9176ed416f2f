import type { PresenterState } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { runningFollowers } from '../../platform/ledger/index.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, type PresidentVotes, presidentSheet } from '../../testing/test-nation.ts';

const db = await createTestDatabase();
const bed = await openTestApp(db);
await openTestElection(bed, { shape: [2, 2, 3] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const presenter = await bed.addPerson('presenter@x.example', { role: 'presenter', scope: { election: 'e' } });
const viewer = await bed.addPerson('agent@x.example', { role: 'correspondent' });
afterAll(() => bed.close());

let sent = 0;
const send = (station: string, votes: PresidentVotes) => {
  sent += 1;
  const headers = { ...admin, 'idempotency-key': `k${sent}` };
  return bed.send('POST', '/elections/e/results/polling-station', {
    headers,
    body: presidentSheet(station, votes),
  });
};
const look = async (): Promise<PresenterState> => {
  await Promise.all(runningFollowers(db).map((follower) => follower.caughtUp()));
  return (await bed.send('GET', '/elections/e/presenter', { headers: presenter })).json<PresenterState>();
};

test('who may not present is refused', async () => {
  expect((await bed.send('GET', '/elections/e/presenter')).statusCode).toBe(401);
  expect((await bed.send('GET', '/elections/e/presenter', { headers: viewer })).statusCode).toBe(403);
});

test('a lead that changes is told once, with the area and both sides, and reading changes nothing', async () => {
  await send('L-1-1-1', { ama: 100, kofi: 50, esi: 1 });
  expect((await look()).movements).toEqual([]);
  await send('L-1-1-2', { ama: 10, kofi: 90, esi: 1 });
  const state = await look();
  expect(state.movements.map(({ kind, area, from, to }) => ({ kind, area, from, to }))).toEqual([
    { kind: 'lead_change', area: 'L-1', from: 'ama', to: 'kofi' },
    { kind: 'lead_change', area: 'L-1-1', from: 'ama', to: 'kofi' },
  ]);
  expect(await look()).toEqual(state);
});

test('a process that starts later knows the standings and tells the next change alike', async () => {
  const second = await openTestApp(db);
  await send('L-1-2-1', { ama: 100, kofi: 10, esi: 1 });
  const here = await look();
  await Promise.all(runningFollowers(db).map((follower) => follower.caughtUp()));
  const there = (
    await second.send('GET', '/elections/e/presenter', {
      headers: await second.signIn('presenter@x.example'),
    })
  ).json<PresenterState>();
  expect(here.movements[0]).toMatchObject({ kind: 'lead_change', area: 'L-1', from: 'kofi', to: 'ama' });
  expect(there.movements[0]).toEqual(here.movements[0]);
  expect(there.map.totals).toEqual(here.map.totals);
  await second.close();
});
