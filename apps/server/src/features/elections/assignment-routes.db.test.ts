import type { PageOf, Sheet } from '@comitium/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { createTestBed, type Headers, type TestBed } from './testing/create-test-bed.ts';
import { electionBody, importSmallLand, smallBallots } from './testing/small-land.ts';

const db = await createTestDatabase();
let bed: TestBed;
let boss: Headers;
let esi: Headers;

beforeAll(async () => {
  bed = await createTestBed(db);
  await importSmallLand(bed);
  boss = await bed.addPerson('boss@example.org', { role: 'platform_administrator' });
  for (const code of ['land-24', 'land-28']) {
    await bed.send('POST', '/elections', { headers: boss, body: electionBody(code) });
    await bed.send('PUT', `/elections/${code}/ballots`, { headers: boss, body: smallBallots() });
    await bed.send('POST', `/elections/${code}/transitions/open`, { headers: boss, body: {} });
  }
  esi = await bed.addPerson('esi@example.org');
});
afterAll(() => bed.close());

interface Assigned {
  readonly id: string;
  readonly person: { readonly contact: string };
  readonly area: { readonly code: string; readonly path: string[] };
}
interface OwnStation {
  readonly station: { readonly code: string; readonly path: string[] };
  readonly registered: number;
  readonly contests: { readonly contest: { readonly code: string }; readonly sheet: unknown }[];
}
const url = '/elections/land-24/assignments';
const assign = (body: object, headers = boss) => bed.send('POST', url, { headers, body });
const ownStations = async (query = '', headers = esi) =>
  (await bed.send('GET', `/elections/land-24/my-stations?${query}`, { headers })).json<PageOf<OwnStation>>();

test('who is assigned to a region sends for its stations, and sees their ballots', async () => {
  expect((await bed.send('GET', '/elections/land-24/my-stations', { headers: esi })).statusCode).toBe(403);
  const assigned = await assign({ user: 'esi@example.org', area: 'N', role: 'correspondent' });
  expect(assigned.statusCode).toBe(201);
  expect(assigned.json()).toMatchObject({
    role: 'correspondent',
    area: { code: 'N' },
    person: { contact: 'e•••@example.org' },
  });
  const { items } = await ownStations();
  expect(items.map(({ station }) => station.code)).toEqual(['N1', 'N2']);
  expect(items[0]).toMatchObject({ registered: 100, station: { path: ['Name N'] } });
  expect(items[0]?.contests.map(({ contest, sheet }) => [contest.code, sheet])).toEqual([
    ['president', null],
    ['parliament-N', null],
  ]);
  expect((await ownStations('q=n2')).items.map(({ station }) => station.code)).toEqual(['N2']);
  const paged = await ownStations('limit=1');
  expect((await ownStations(`limit=1&cursor=${paged.nextCursor}`)).items[0]?.station.code).toBe('N2');
});

test('an assignment holds in its own election only', async () => {
  const other = await bed.send('GET', '/elections/land-28/my-stations', { headers: esi });
  expect(other.statusCode).toBe(403);
});

test('the sheets that another room knows stand beside their stations', async () => {
  const facts = await bed.elections.book.find('land-24');
  const contest = facts?.contest('parliament-N');
  const station = facts?.register.ids[facts.register.find('N2') ?? -1];
  if (contest === undefined || station === undefined) throw new Error('the land is not as expected');
  const at = '2024-12-07T18:00:00.000Z';
  const sheet: Sheet = {
    id: 'sheet-1',
    revision: 1,
    status: 'held',
    election: 'land-24',
    race: 'parliament',
    contest: 'parliament-N',
    contestName: 'Name N',
    station: { id: station, code: 'N2', name: 'Name N2', path: ['Name N'] },
    votes: { 'n-red': 40, blank: 2 },
    rejected: 1,
    cast: 43,
    registered: 100,
    source: 'correspondent',
    author: 'Esi',
    capturedAt: null,
    receivedAt: at,
    updatedAt: at,
    warnings: [],
    attachments: [],
    note: null,
  };
  bed.elections.ports.findLiveSheets = async (contestIds, stationIds) =>
    contestIds.includes(contest.id) && stationIds.includes(station)
      ? [{ contestId: contest.id, stationId: station, sheet }]
      : [];
  const { items } = await ownStations();
  expect(items.map(({ contests }) => contests.map((place) => place.sheet))).toEqual([
    [null, null],
    [null, sheet],
  ]);
});

test('assignments are listed for who manages people, and can be ended', async () => {
  await assign({ user: 'esi@example.org', area: 'S1', role: 'polling_agent' });
  expect((await bed.send('GET', url, { headers: esi })).statusCode).toBe(403);
  const listed = (await bed.send('GET', `${url}?user=esi@example.org`, { headers: boss })).json<
    PageOf<Assigned>
  >();
  expect(listed.items.map(({ area }) => [area.code, area.path])).toEqual([
    ['N', []],
    ['S1', ['Name S']],
  ]);
  const station = listed.items[1]?.id ?? '';
  const foreign = await bed.send('DELETE', `/elections/land-28/assignments/${station}`, { headers: boss });
  expect(foreign.json()).toMatchObject({ code: 'grant_not_found' });
  expect((await bed.send('DELETE', `${url}/${station}`, { headers: boss })).statusCode).toBe(204);
  expect((await ownStations()).items.map(({ station: { code } }) => code)).toEqual(['N1', 'N2']);
  expect((await bed.send('GET', `${url}?user=nobody@example.org`, { headers: boss })).statusCode).toBe(404);
});

test('assigning needs people.manage there, a known person and a known area', async () => {
  expect((await assign({ user: 'esi@example.org', area: 'S', role: 'correspondent' }, esi)).statusCode).toBe(
    403,
  );
  expect(
    (await assign({ user: 'nobody@example.org', area: 'S', role: 'correspondent' })).json(),
  ).toMatchObject({
    code: 'user_not_found',
  });
  expect((await assign({ user: 'esi@example.org', area: 'Q', role: 'correspondent' })).json()).toMatchObject({
    code: 'area_not_found',
  });
  expect(
    (await assign({ user: 'esi@example.org', area: 'S', role: 'platform_administrator' })).statusCode,
  ).toBe(400);
});
