// What an election shows of the one before it changes with that one, at every process's next update.
import { unwrap } from '@comitium/basics';
import type { MapState, SheetReceipt } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { runningFollowers } from '../../platform/ledger/index.ts';
import { watchParity } from '../../platform/live/index.ts';
import { byOperator, openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet, stationRegister, testBallots } from '../../testing/test-nation.ts';

const db = await createTestDatabase();
const bed = await openTestApp(db);
const other = await openTestApp(db);
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const reviewer = await bed.addPerson('reviewer@x.example', { role: 'reviewer' });
afterAll(async () => {
  await other.close();
  await bed.close();
});

await openTestElection(bed, { code: 'before', shape: [2, 1, 20] });
unwrap(
  await bed.app.elections.createElection(
    {
      ...{ code: 'now', name: 'Now', kind: 'general', pollingDate: '2028-12-07' },
      ...{ register: 'before-register', previous: 'before' },
    },
    byOperator,
  ),
);
const { contests, ...ballots } = testBallots(2);
// Who held a seat is not told, so that it is counted from the sheets of the election before.
const unheld = contests.map(({ race, area, choices }) => ({ race, area, choices }));
const change = { origin: byOperator, election: 'now' };
unwrap(await bed.app.elections.importBallots(change, { ...ballots, contests: unheld }));
for (const transition of ['open', 'start-counting'] as const)
  unwrap(await bed.app.elections.moveElection({ ...change, transition }));

const send = async (election: string, body: { readonly station: string; readonly contest: string }) => {
  const key = `${election}-${body.station}-${body.contest}`;
  const answer = await bed.send('POST', `/elections/${election}/results/polling-station`, {
    headers: { ...admin, 'idempotency-key': key },
    body,
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<SheetReceipt>();
};
const parliamentSheet = (station: string, [red, blue]: readonly [number, number]) => ({
  ...{ station, contest: 'parliament', votes: { 'red-1': red, 'blue-1': blue } },
  ...{ rejected: 0, cast: red + blue, registered: stationRegister },
});
const caughtUp = () => Promise.all(runningFollowers(db).map((follower) => follower.caughtUp()));

const watch = async (topic: string) => {
  const parities = await Promise.all([bed, other].map(({ app }) => watchParity(app.hub, topic)));
  return {
    /** What every screen shows after one update, which is also what a new screen is shown. */
    look: async (): Promise<MapState[]> => {
      await caughtUp();
      for (const parity of parities) await parity.check();
      return parities.map(({ data }) => data as unknown as MapState);
    },
    stop: () => {
      for (const parity of parities) parity.stop();
    },
  };
};
const amaSwing = ({ leaders }: MapState) => leaders['ama']?.swing;

test('swing follows new sheets and certified figures of the election before', async () => {
  await send('now', presidentSheet('L-1-1-1', { ama: 60, kofi: 40, esi: 0 }));
  const screens = await watch('map:now:national');
  expect((await screens.look()).map(amaSwing)).toEqual([undefined, undefined]);
  const { sheetId } = await send('before', presidentSheet('L-1-1-1', { ama: 50, kofi: 50, esi: 0 }));
  expect((await screens.look()).map(amaSwing)).toEqual([0.1, 0.1]);
  await send('before', presidentSheet('L-1-1-2', { ama: 100, kofi: 0, esi: 0 }));
  expect((await screens.look()).map(amaSwing)).toEqual([-0.15, -0.15]);
  // Only what a reviewer has compared counts from now on, which is one of the two sheets.
  const path = `/elections/before/results/sheets/${sheetId}/verify`;
  const verified = await bed.send('POST', path, { headers: reviewer, body: {} });
  const basis = await bed.send('PATCH', '/elections/before', { headers: admin, body: { basis: 'verified' } });
  expect([verified.statusCode, basis.statusCode]).toEqual([200, 200]);
  expect((await screens.look()).map(amaSwing)).toEqual([0.1, 0.1]);
  screens.stop();
});

test('seats gained and lost follow the sheets of the election before', async () => {
  await bed.send('PATCH', '/elections/before', { headers: admin, body: { basis: 'provisional' } });
  await send('now', parliamentSheet('L-1-1-1', [10, 90]));
  const screens = await watch('map:now/parliament:national');
  const blue = ({ seats }: MapState) => seats['blue']?.change;
  expect((await screens.look()).map(blue)).toEqual([undefined, undefined]);
  await send('before', parliamentSheet('L-1-1-1', [60, 40]));
  expect((await screens.look()).map(blue)).toEqual([1, 1]);
  await send('before', parliamentSheet('L-1-1-2', [10, 90]));
  expect((await screens.look()).map(blue)).toEqual([0, 0]);
  screens.stop();
});

test('a sheet is compared with what its station has sent for the election before since', async () => {
  const stations = Array.from({ length: 8 }, (_, at) => `L-1-1-${at + 3}`);
  for (const [at, station] of [...stations, 'L-1-1-11', 'L-1-1-12'].entries())
    await send('before', presidentSheet(station, { ama: 150 + at, kofi: 100, esi: 10 }));
  await caughtUp();
  for (const [at, station] of stations.entries())
    await send('now', presidentSheet(station, { ama: 150 + at, kofi: 101, esi: 10 }));
  await caughtUp();
  const warned = async (station: string, [ama, kofi]: readonly [number, number]) =>
    (await send('now', presidentSheet(station, { ama, kofi, esi: 10 }))).warnings.map(({ code }) => code);
  expect(await warned('L-1-1-11', [158, 101])).toEqual([]);
  expect(await warned('L-1-1-12', [20, 240])).toContain('swing_unusual');
});
