import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type AccessRow, type Holder, holders, routeRow, topicRow } from './access-table.ts';
import { createTestDatabase } from './platform/database/testing/create-test-database.ts';
import type { Route } from './platform/http/route.ts';
import { judge, knockOn, type Verdict } from './testing/knock-on-route.ts';
import { openAccessWalk } from './testing/open-access-walk.ts';

const db = await createTestDatabase();
const dataDir = await mkdtemp(join(tmpdir(), 'comitium-access-'));
const { app, base, here, elsewhere } = await openAccessWalk(db, dataDir);
afterAll(async () => {
  await app.stop();
  await rm(dataDir, { recursive: true });
});

const knock = (route: Route, headers: Readonly<Record<string, string>>): Promise<Response> =>
  knockOn(route, { base, headers });

const expected = (row: AccessRow, holder: Holder): Verdict => {
  if (row.admits[holder]) return 'let in';
  return holder === 'anonymous' ? 'sign in first' : 'refused';
};

/** What changes least comes first; whoever signs out comes last. */
const order = (route: Route): number =>
  route.path === '/auth/sign-out'
    ? 9
    : route.path === '/auth/me/delete'
      ? 8
      : ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].indexOf(route.method);
const routes = app.routes.toSorted((a, b) => order(a) - order(b));

/** Pairs of whoever asks and what his answer should be, beside what it was: equal lists are a passed test. */
const walk = async (admitted: boolean) => {
  const seen: string[] = [];
  const wanted: string[] = [];
  for (const route of routes) {
    const row = routeRow(route);
    for (const holder of holders) {
      if (row.admits[holder] !== admitted) continue;
      const verdict = await judge(await knock(route, here.get(holder) ?? {}), route.streamed);
      seen.push(`${row.place} · ${holder}: ${verdict}`);
      wanted.push(`${row.place} · ${holder}: ${expected(row, holder)}`);
    }
  }
  return { seen, wanted };
};

test('the server has no route that the table does not know', () => {
  const known = new Set(app.routes.map((route) => routeRow(route).place.split(' ')[1]));
  const live = ['/live/events', '/live/state'];
  const { paths = {} } = app.server.swagger() as { paths?: Record<string, unknown> };
  const served = Object.keys(paths).map((path) => path.replace(/\{(\w+)\}/g, ':$1').replace('{*}', '*'));
  expect(served.filter((path) => !known.has(path)).toSorted()).toEqual(live);
  expect(served.length).toBeGreaterThan(50);
});

test('every route refuses whom its rule does not admit', async () => {
  const { seen, wanted } = await walk(false);
  expect(seen).toEqual(wanted);
  expect(seen.length).toBeGreaterThan(100);
});

test('a role in another election opens no door of this one or of the platform', async () => {
  const seen: string[] = [];
  const guarded = routes.filter(({ access }) => access.kind === 'permission' && access.at !== 'command');
  for (const route of guarded) {
    for (const [role, headers] of elsewhere) {
      const verdict = await judge(await knock(route, headers), route.streamed);
      if (verdict !== 'refused') seen.push(`${routeRow(route).place} · ${role} elsewhere: ${verdict}`);
    }
  }
  expect(seen).toEqual([]);
  expect(guarded.length).toBeGreaterThan(10);
});

test('where the command looks closer, a role in another election changes nothing here', async () => {
  // Each answers for the caller's own election only, and has a test of that.
  const own = ['POST /api/v1/audit/exports'];
  const mayDoAnywhere = new Set([
    'POST /api/v1/files',
    'POST /api/v1/people',
    'POST /api/v1/people/search',
    ...own,
  ]);
  const done: string[] = [];
  for (const route of routes) {
    const { place, rule } = routeRow(route);
    if (rule.kind !== 'permission' || rule.at !== 'command') continue;
    if (route.method === 'GET' || mayDoAnywhere.has(place)) continue;
    for (const [role, headers] of elsewhere) {
      const answer = await knock(route, headers);
      if (answer.ok) done.push(`${place} · ${role} elsewhere: ${answer.status}`);
    }
  }
  expect(done).toEqual([]);
});

test('every topic shows itself to whom its rule admits and to nobody else', async () => {
  const seen: string[] = [];
  const wanted: string[] = [];
  for (const definition of app.hub.definitions()) {
    const row = topicRow(definition);
    const topic = definition.pattern
      .replace(/\[[^\]]*\]/g, '')
      .replace('<election>', 'land-2024')
      .replace('<level>', 'national');
    for (const [holder, headers] of here) {
      const verdict = await judge(await watch(topic, holder, headers));
      seen.push(`${topic} · ${holder}: ${verdict}`);
      wanted.push(`${topic} · ${holder}: ${expected(row, holder)}`);
    }
    if (row.rule.kind !== 'permission') continue;
    for (const [role, headers] of elsewhere) {
      seen.push(`${topic} · ${role} elsewhere: ${await judge(await watch(topic, role, headers))}`);
      wanted.push(`${topic} · ${role} elsewhere: refused`);
    }
  }
  expect(seen).toEqual(wanted);
  expect(seen.length).toBeGreaterThan(20);
});

const watch = async (
  topic: string,
  holder: Holder,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => {
  const query = new URLSearchParams({ topic });
  if (holder !== 'anonymous') {
    const answer = await fetch(`${base}/api/v1/live/ticket`, { method: 'POST', headers });
    query.set('ticket', ((await answer.json()) as { ticket: string }).ticket);
  }
  return fetch(`${base}/live/state?${query}`);
};

test('every route lets in whom its rule admits', async () => {
  const { seen, wanted } = await walk(true);
  expect(seen).toEqual(wanted);
});

test('everything that was done on the walk is told with its origin', async () => {
  const done = await db.kysely
    .selectFrom('ledger')
    .select(['type', 'actor', 'device', 'request_id'])
    .where('request_id', 'is not', null)
    .execute();
  expect(new Set(done.map(({ type }) => type)).size).toBeGreaterThan(10);
  expect(done.filter(({ actor, device }) => actor === null || device === null)).toEqual([]);
  const unknown = await db.kysely
    .selectFrom('ledger')
    .select('type')
    .where('actor', 'is', null)
    .where('device', 'is', null)
    .execute();
  expect(unknown).toEqual([]);
});
