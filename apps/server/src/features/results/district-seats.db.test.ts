// The seats of districts that fill several, as the map of the whole tells them, and the names its pages print.
import { randomUUID } from 'node:crypto';
import { unwrap } from '@comitium/basics';
import type { ChildArea, Election } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { byOperator, openTestApp } from '../../testing/open-test-app.ts';

const bed = await openTestApp(await createTestDatabase());
afterAll(() => bed.close());
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });

const choices = [
  { code: 'eh', name: 'Euskal Herria Bildu', party: 'EH-BILDU' },
  { code: 'pnv', name: 'Partido Nacionalista', party: 'PNV' },
];
const area = (code: string, level: number, parent: string | null) => ({
  ...{ code, name: code, level, parent },
  registered: level === 2 ? 500 : 0,
});

test('a district of three seats says who gets them, one of a single seat does not', async () => {
  const levels = ['country', 'province', 'station'];
  const areas = [
    area('L', 0, null),
    ...['big', 'small'].flatMap((code) => [area(code, 1, 'L'), area(`${code}-1`, 2, code)]),
  ];
  unwrap(await bed.app.territory.importRegister({ code: 'land', name: 'Land', levels, areas }, byOperator));
  const about = {
    code: 'e',
    name: 'E',
    kind: 'general',
    pollingDate: '2024-12-07',
    register: 'land',
  } as const;
  unwrap(await bed.app.elections.createElection(about, byOperator));
  const change = { origin: byOperator, election: 'e' };
  const parties = [
    { code: 'EH-BILDU', name: 'Euskal Herria Bildu', shortName: 'EH Bildu', color: '#b5cf18' },
    { code: 'PNV', name: 'Partido Nacionalista', shortName: 'PNV', color: '#008135' },
  ];
  const contests = [
    { race: 'congress', area: 'big', seats: 3, choices },
    { race: 'congress', area: 'small', seats: 1, choices },
  ];
  const races = [{ code: 'congress', name: 'Congress', seatMethod: 'dhondt' as const }];
  unwrap(await bed.app.elections.importBallots(change, { parties, races, contests }));
  for (const to of ['open', 'start-counting'] as const)
    unwrap(await bed.app.elections.moveElection({ ...change, transition: to }));

  // Read anew for each question, unlike the state that the feed holds.
  const parts = async () =>
    (await bed.send('GET', '/elections/e/map.geojson'))
      .json<{ features: { properties: ChildArea }[] }>()
      .features.map(({ properties }) => properties);
  const seatsOf = async () => (await parts()).map(({ code, seats }) => [code, seats]);
  expect(await seatsOf()).toEqual([
    ['big', { all: 3, parties: {} }],
    ['small', undefined],
  ]);
  const { json } = await bed.send('GET', '/elections/e/contests?area=big');
  const contest = json<{ items: { code: string }[] }>().items[0]?.code;
  const body = {
    station: 'big-1',
    contest,
    votes: { eh: 100, pnv: 60 },
    rejected: 0,
    cast: 160,
    registered: 500,
  };
  const headers = { ...admin, 'idempotency-key': randomUUID() };
  expect((await bed.send('POST', '/elections/e/results/polling-station', { headers, body })).statusCode).toBe(
    201,
  );
  expect((await seatsOf())[0]).toEqual(['big', { all: 3, parties: { 'EH-BILDU': 2, PNV: 1 } }]);
  const [big, small] = await parts();
  expect([big?.leader, big?.leaders, small?.leader, small?.leaders]).toEqual([
    'eh',
    undefined,
    undefined,
    undefined,
  ]);
});

test('an election names its parties shortly where their code is no name', async () => {
  expect((await bed.send('GET', '/elections/e')).json<Election>().shortNames).toEqual({
    'EH-BILDU': 'EH Bildu',
  });
});
