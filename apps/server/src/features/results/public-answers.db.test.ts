// What everybody may read: validators, bounds, and what must not be seen yet.
import { randomUUID } from 'node:crypto';
import { unwrap } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { byOperator, openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';
import { findMapScope } from './map-scope.ts';

const bed = await openTestApp(await createTestDatabase());
await openTestElection(bed, { shape: [2, 2, 3] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const presenter = await bed.addPerson('presenter@x.example', { role: 'presenter' });
afterAll(() => bed.close());

const send = presidentSheet('L-1-1-1', { ama: 1, kofi: 2, esi: 3 });
await bed.send('POST', '/elections/e/results/polling-station', {
  headers: { ...admin, 'idempotency-key': randomUUID() },
  body: send,
});

const publicPaths = [
  'map',
  'map.geojson',
  'timeline',
  'analysis/swing',
  'export.csv',
  'export.json',
  'export.csv?level=station',
  'export.nist',
  'export.eml',
];

test.each(publicPaths)(
  '%s has its validators, and 304 for whoever has it in any of its forms',
  async (path) => {
    const get = (headers = {}) => bed.send('GET', `/elections/e/${path}`, { headers });
    const { headers, statusCode } = await get();
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=1, stale-while-revalidate=5',
      'last-modified': expect.stringMatching(/ GMT$/),
    });
    const etag = String(headers['etag']);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get({ 'if-none-match': known });
      expect([known, again.statusCode, again.body]).toEqual([known, 304, '']);
    }
    expect((await get({ 'if-none-match': '"other"' })).statusCode).toBe(200);
  },
);

test('results are told to other programs by district, with the areas asked for and their basis', async () => {
  const nist = (await bed.send('GET', '/elections/e/export.nist?race=parliament')).json<{
    Status: string;
    Election: { Contest: { Name: string }[] }[];
  }>();
  expect(nist.Status).toBe('unofficial-partial');
  expect(nist.Election[0]?.Contest.length).toBeGreaterThan(1);
  const eml = await bed.send('GET', '/elections/e/export.eml?level=station');
  expect(eml.headers['content-type']).toBe('application/xml; charset=utf-8');
  expect(eml.headers['content-disposition']).toBe('attachment; filename="e.eml.xml"');
  expect(eml.body).toContain('<EML xmlns="urn:oasis:names:tc:evs:schema:eml" Id="510"');
  expect(eml.body).toMatch(/<ValidVotes>[1-9]/);
});

test('an export changes its ETag with the figures and with what it is of', async () => {
  const etagOf = async (path: string) => (await bed.send('GET', `/elections/e/${path}`)).headers['etag'];
  const before = await etagOf('export.csv');
  expect(await etagOf('export.csv')).toBe(before);
  expect(new Set([before, await etagOf('export.json'), await etagOf('export.csv?level=station')]).size).toBe(
    3,
  );
  expect(await etagOf('export.csv?race=parliament')).not.toBe(before);
  await bed.send('POST', '/elections/e/results/polling-station', {
    headers: { ...admin, 'idempotency-key': randomUUID() },
    body: presidentSheet('L-1-1-2', { ama: 4, kofi: 2, esi: 3 }),
  });
  expect(await etagOf('export.csv')).not.toBe(before);
});

test('a station’s figures stand in the export at the level of stations', async () => {
  const { body } = await bed.send('GET', '/elections/e/export.csv?level=station');
  const lines = body.split('\r\n');
  expect(lines.at(0)).toContain('choice,votes');
  expect(lines).toContain('e,president,provisional,L-1-1-1,Area L-1-1-1,station,L-1-1,1,1,500,8,2,kofi,2');
  const json = await bed.send('GET', '/elections/e/export.json?level=station');
  const { areas } = json.json<{ areas: { area: string; votes: object }[] }>();
  expect(areas.find(({ area }) => area === 'L-1-1-1')?.votes).toEqual({ ama: 1, kofi: 2, esi: 3 });
});

test('a map of more parts than any screen shows is refused, unless they are the next level', async () => {
  const election = await bed.app.elections.book.find('e');
  if (election === null) throw new Error('the election is gone');
  const many = (level: number) => ({
    ...election,
    register: { ...election.register, descendantsAt: () => Array.from({ length: level }, (_, at) => at) },
  });
  expect(findMapScope(many(10_000) as never, { level: 'station' }).ok).toBe(true);
  const refused = findMapScope(many(10_001) as never, { level: 'station' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'too_large' } });
  expect(findMapScope(many(10_001) as never, { level: 'region' }).ok).toBe(true);
});

test('an election in preparation is not shown to presenters, and nothing can be called in it', async () => {
  const body = {
    code: 's',
    name: 'Later',
    kind: 'general',
    pollingDate: '2025-12-07',
    register: 'e-register',
  };
  unwrap(await bed.app.elections.createElection(body as never, byOperator));
  const races = { code: 'president', name: 'President', seatMethod: 'majority' };
  await bed.send('POST', '/elections/s/races', { headers: admin, body: races });
  const choices = [
    { code: 'ama', name: 'Ama' },
    { code: 'kofi', name: 'Kofi' },
  ];
  const contest = { race: 'president', area: 'L', name: 'President', choices };
  await bed.send('POST', '/elections/s/contests', { headers: admin, body: contest });
  const shown = await bed.send('GET', '/elections/s/presenter', { headers: presenter });
  expect(shown.json()).toMatchObject({ status: 404, code: 'election_not_found' });
  const call = { race: 'president', area: 'L', choice: 'ama', reason: 'far too early' };
  const called = await bed.send('POST', '/elections/s/results/calls', { headers: admin, body: call });
  expect(called.json()).toMatchObject({ status: 409, code: 'wrong_state' });
});

test('calls of one area at the same moment: the last one stands, none fails', async () => {
  const call = (choice: string) =>
    bed.send('POST', '/elections/e/results/calls', {
      headers: admin,
      body: { race: 'president', area: 'L', choice, reason: 'beyond doubt' },
    });
  const answers = await Promise.all(['ama', 'kofi', 'esi', 'ama', 'kofi'].map(call));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201, 201]);
});

test('the map names whom a person has called, in front or not, until the call is withdrawn', async () => {
  const scopeOf = async () =>
    (await bed.send('GET', '/elections/e/map?race=president')).json<{ scope: object }>().scope;
  for (const choice of ['kofi', 'esi', 'ama']) {
    const body = { race: 'president', area: 'L', choice, reason: 'beyond doubt' };
    expect((await bed.send('POST', '/elections/e/results/calls', { headers: admin, body })).statusCode).toBe(
      201,
    );
    await expect.poll(scopeOf).toMatchObject({ call: 'won', calledBy: 'person', winner: choice });
  }
  const body = { reason: 'too early' };
  await bed.send('DELETE', '/elections/e/results/calls/president/L', { headers: admin, body });
  await expect.poll(scopeOf).not.toHaveProperty('winner');
});
