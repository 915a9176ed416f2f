import type {
  BoundaryImport,
  BoundaryImportSummary,
  ImportReport,
  PageOf,
  Register,
} from '@comitium/contract';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { asOperator, createTestServer } from './testing/create-test-server.ts';

const db = await createTestDatabase();
const here = await createTestServer(db);
const elsewhere = await createTestServer(db);
afterAll(async () => {
  await here.close();
  await elsewhere.close();
});

const send = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, server = here.server) =>
  server.inject({
    method,
    url: `/api/v1${url}`,
    headers: asOperator,
    ...(payload === undefined ? {} : { payload }),
  });

const codes = ['W', 'E', 'S'];
const area = (code: string, level: number, parent: string | null) => ({
  ...{ code, level, parent, name: `Name ${code}`, registered: 10 },
});
await send('POST', '/registers', {
  code: 'land',
  name: 'Land',
  levels: ['nation', 'region', 'station'],
  areas: [area('L', 0, null), ...codes.flatMap((code) => [area(code, 1, 'L'), area(`${code}1`, 2, code)])],
});

/** A wriggling ring; with many points it is simplified in a thread, for some seconds. */
const ring = (id: string, west: number, points: number) => {
  const at = (step: number) => (2 * Math.PI * (step % (points - 1))) / (points - 1);
  const coordinates = [
    Array.from({ length: points }, (_, step) => {
      const radius = 1 + 0.01 * Math.sin(at(step) * 977);
      return [west + radius * Math.cos(at(step)), radius * Math.sin(at(step))];
    }),
  ];
  return { type: 'Feature', id, properties: {}, geometry: { type: 'Polygon', coordinates } };
};
const shapes = (points: number) => ({
  type: 'FeatureCollection',
  features: codes.map((code, index) => ring(code, index * 5, points)),
});

const start = (level: string, body: object, query = '') =>
  send('POST', `/registers/land/boundaries/${level}/imports${query}`, body);
const stateOf = async (id: string, server = here.server) =>
  (await send('GET', `/boundary-imports/${id}`, undefined, server)).json<BoundaryImport>();
const endOf = async (id: string): Promise<BoundaryImport> => {
  await expect.poll(async () => (await stateOf(id)).state, { timeout: 30_000 }).not.toBe('running');
  return stateOf(id);
};
const listed = async (query = '') =>
  (await send('GET', `/boundary-imports${query}`, undefined, elsewhere.server)).json<
    PageOf<BoundaryImportSummary>
  >();
const boundariesNow = async () =>
  (await here.server.inject({ url: '/api/v1/registers/land' })).json<Register>().boundaries;

test('a large import is answered at once, told step by step by any process, and ends with its report', async () => {
  const answer = await start('region', shapes(30_000));
  expect(answer.statusCode).toBe(202);
  const { id, state, register, level } = answer.json<BoundaryImport>();
  expect({ state, register, level }).toEqual({ state: 'running', register: 'land', level: 'region' });
  await expect
    .poll(async () => (await stateOf(id, elsewhere.server)).share, { timeout: 30_000 })
    .toBeGreaterThan(0.1);
  const end = await endOf(id);
  expect(end).toMatchObject({ state: 'done', share: 1, problem: null });
  expect(end.report).toEqual({ written: true, rows: 3, errors: [] } satisfies ImportReport);
  expect(Object.keys(await boundariesNow())).toEqual(['region']);
});

test('cancelled from another process nothing is written, and it is over', async () => {
  const before = await boundariesNow();
  const { id } = (await start('region', shapes(90_000))).json<BoundaryImport>();
  const busy = await start('region', shapes(10));
  expect([busy.statusCode, busy.json()]).toMatchObject([409, { code: 'request_in_progress' }]);
  expect((await send('DELETE', `/boundary-imports/${id}`, undefined, elsewhere.server)).statusCode).toBe(204);
  expect(await endOf(id)).toMatchObject({ state: 'cancelled', report: null });
  const again = await send('DELETE', `/boundary-imports/${id}`);
  expect([again.statusCode, again.json()]).toMatchObject([409, { code: 'wrong_state' }]);
  const next = await endOf((await start('region', shapes(10), '?dryRun=true')).json<BoundaryImport>().id);
  expect(next.report).toMatchObject({ written: false, rows: 3, summary: [{ name: 'region', count: 3 }] });
  expect(await boundariesNow()).toEqual(before);
});

test('whoever comes later finds what runs, and what became of the last import of each level', async () => {
  const newest = async () => (await listed()).items.find(({ level }) => level === 'region');
  const { id } = (await start('region', shapes(90_000))).json<BoundaryImport>();
  const running = { id, register: 'land', dryRun: false, state: 'running', errors: 0, endedAt: null };
  expect(await newest()).toMatchObject(running);
  await send('DELETE', `/boundary-imports/${id}`);
  expect(await newest()).toMatchObject({
    id,
    state: 'cancelled',
    problem: null,
    endedAt: expect.any(String),
  });

  const [west] = shapes(10).features;
  const partial = await endOf(
    (await start('region', { type: 'FeatureCollection', features: [west] })).json<BoundaryImport>().id,
  );
  expect(partial.report?.errors.map(({ path }) => path)).toEqual(['/areas/E', '/areas/S']);
  expect(await newest()).toEqual({
    ...partial,
    ...{ report: undefined, errors: 2, state: 'done', problem: null },
  });

  const failed = await endOf((await start('region', { type: 'Feature' })).json<BoundaryImport>().id);
  const { code = '', title = '', detail = '' } = failed.problem ?? {};
  expect(await newest()).toMatchObject({ state: 'failed', errors: 1, problem: { code, title, detail } });
  expect(title).toBe('The import holds errors; nothing was written');

  const checked = await endOf(
    (
      await start('nation', { type: 'FeatureCollection', features: [ring('L', 0, 10)] }, '?dryRun=true')
    ).json<BoundaryImport>().id,
  );
  const { items, nextCursor } = await listed('?limit=1');
  expect(items).toMatchObject([{ id: checked.id, level: 'nation', dryRun: true, state: 'done' }]);
  expect((await listed(`?cursor=${nextCursor}`)).items.map(({ level }) => level)).toEqual(['region']);
});

test('a check hides no import before it, and is gone with the next import', async () => {
  const run = async (query: string) => {
    const body = { type: 'FeatureCollection', features: [ring('L', 0, 10)] };
    return (await endOf((await start('nation', body, query)).json<BoundaryImport>().id)).id;
  };
  const told = async () =>
    (await listed()).items.filter(({ level }) => level === 'nation').map(({ id }) => id);
  const imported = await run('');
  expect(await told()).toEqual([imported]);
  await run('?dryRun=true');
  const checked = await run('?dryRun=true');
  expect(await told()).toEqual([imported, checked]);
  expect((await listed('?limit=1')).items).toMatchObject([{ id: imported, dryRun: false }]);
  const again = await run('');
  expect(await told()).toEqual([again]);
});

test('what is no file of shapes ends with the problem that names the place', async () => {
  const { id } = (await start('region', { type: 'Feature' })).json<BoundaryImport>();
  expect((await endOf(id)).problem).toMatchObject({
    code: 'import_refused',
    errors: [{ path: '/type', code: 'not_shapes' }],
  });
});

test('an import whose process is gone has failed, and does not stand in the way of the next', async () => {
  const { id } = (await start('region', shapes(10))).json<BoundaryImport>();
  await endOf(id);
  await sql`update boundary_import set state = 'running', report = null, ended_at = null,
    seen_at = now() - interval '1 minute' where id = ${id}`.execute(db.kysely);
  const gone = { id, state: 'failed', problem: { code: 'unavailable' }, endedAt: expect.any(String) };
  expect(await stateOf(id)).toMatchObject(gone);
  expect((await listed()).items).toContainEqual(expect.objectContaining({ id, state: 'failed' }));
  // Reading said so, and wrote nothing.
  const { rows } = await sql<{ state: string }>`select state from boundary_import where id = ${id}`.execute(
    db.kysely,
  );
  expect(rows).toEqual([{ state: 'running' }]);
  expect(await endOf((await start('region', shapes(10))).json<BoundaryImport>().id)).toMatchObject({
    state: 'done',
  });
});

test('only who manages the territory starts, sees or cancels one, and an unknown one is said to be so', async () => {
  const { id } = (await start('region', shapes(10))).json<BoundaryImport>();
  const url = `/api/v1/boundary-imports/${id}`;
  const anonymous = await Promise.all([
    here.server.inject({ method: 'POST', url: '/api/v1/registers/land/boundaries/region/imports' }),
    here.server.inject({ method: 'GET', url }),
    here.server.inject({ method: 'DELETE', url }),
    here.server.inject({ method: 'GET', url: '/api/v1/boundary-imports' }),
  ]);
  expect(anonymous.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401]);
  expect((await send('GET', '/boundary-imports/none')).statusCode).toBe(404);
  expect((await start('planet', shapes(10))).statusCode).toBe(404);
  await endOf(id);
});
