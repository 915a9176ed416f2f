import { gunzipSync } from 'node:zlib';
import type { Area, ImportReport, Register } from '@comitium/contract';
import type { Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
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

const area = (code: string, level: number, parent: string | null) => ({
  code,
  name: `Name ${code}`,
  parent,
  level,
  registered: 10,
});
const send = (url: string, payload: object) =>
  here.server.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers: asOperator });
const imported = await send('/registers', {
  code: 'land',
  name: 'Land',
  levels: ['nation', 'region', 'station'],
  areas: [
    area('L', 0, null),
    ...['W', 'E', 'S'].flatMap((code) => [area(code, 1, 'L'), area(`${code}1`, 2, code)]),
  ],
});
const register = imported.json<Register>();

/** A square of one degree whose edges wriggle, so that there is something to leave out. */
const square = (west: number, points = 400): Polygon => {
  const edge = (from: [number, number], to: [number, number]) =>
    Array.from({ length: points }, (_, step) => {
      const share = step / points;
      const wriggle = step === 0 ? 0 : 0.002 * Math.sin(step * 1.7);
      return [from[0] + (to[0] - from[0]) * share + wriggle, from[1] + (to[1] - from[1]) * share + wriggle];
    });
  const corners: [number, number][] = [
    [west, 0],
    [west + 1, 0],
    [west + 1, 1],
    [west, 1],
  ];
  const ring = corners.flatMap((corner, place) => edge(corner, corners[(place + 1) % 4] ?? corner));
  return { type: 'Polygon', coordinates: [[...ring, corners[0] ?? [west, 0]]] };
};
const shapes = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { region_code: 'W' }, geometry: square(0) },
    { type: 'Feature', properties: { region_code: 'E' }, geometry: square(1) },
    { type: 'Feature', properties: { region_code: 'Q' }, geometry: square(2) },
  ],
};
const urlOf = async (): Promise<string> => (await here.territory.boundaryUrl(register.id as never, 1)) ?? '';

test('shapes are matched by the named property, and what does not match is told', async () => {
  const answer = await send('/registers/land/boundaries/region?key=region_code', shapes);
  expect(answer.statusCode).toBe(200);
  const report = answer.json<ImportReport>();
  expect(report.written).toBe(true);
  expect(report.errors.map(({ path, code }) => [path, code])).toEqual([
    ['/features/2', 'shape_unmatched'],
    ['/areas/S', 'area_without_shape'],
  ]);
});

test('the shapes are served for ever, compressed, with code, name and parent', async () => {
  const url = await urlOf();
  expect(url).toMatch(/^\/boundaries\/land\/1\.[0-9a-f]{16}\.topo\.json$/);
  const packed = await here.server.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const plain = await here.server.inject({ url });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
  const topology = plain.json<Topology>();
  expect(Object.keys(topology.objects)).toEqual(['areas']);
  const { features } = feature(topology, topology.objects['areas'] as GeometryCollection);
  expect(features.map(({ id, properties }) => [id, properties])).toEqual([
    ['W', { name: 'Name W', parent: 'L' }],
    ['E', { name: 'Name E', parent: 'L' }],
  ]);
});

test('shapes are simplified down to the size that was asked for', async () => {
  const exact = (await here.server.inject({ url: await urlOf() })).body.length;
  expect(exact).toBeGreaterThan(11_000);
  await send('/registers/land/boundaries/1?key=region_code&targetBytes=10000', shapes);
  const simplified = (await here.server.inject({ url: await urlOf() })).body.length;
  expect(simplified).toBeLessThanOrEqual(10_000);
  expect(simplified).toBeGreaterThan(5_000);
});

test('a TopoJSON that was served can be loaded again, by id', async () => {
  const topology = (await here.server.inject({ url: await urlOf() })).json<Topology>();
  const answer = await send('/registers/land/boundaries/region', topology);
  expect(answer.json<ImportReport>()).toMatchObject({ written: true, rows: 2 });
});

test('the addresses stand in the register, and the old ones are gone', async () => {
  const before = await urlOf();
  await elsewhere.territory.boundaryUrl(register.id as never, 1);
  const changed = { ...shapes, features: shapes.features.slice(0, 1) };
  await send('/registers/land/boundaries/region?key=region_code', changed);
  const after = await urlOf();
  expect(after).not.toBe(before);
  expect((await here.server.inject({ url: before })).statusCode).toBe(404);
  const shown = (await here.server.inject({ url: '/api/v1/registers/land' })).json<Register>();
  expect(shown.boundaries).toEqual({ region: after });
  await expect.poll(() => elsewhere.territory.boundaryUrl(register.id as never, 1)).toBe(after);
});

test('what is no shape is refused with its place', async () => {
  const refused = async (geometry: object) => {
    const body = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', id: 'W', properties: null, geometry }],
    };
    const answer = await send('/registers/land/boundaries/region', body);
    return answer.json<{ errors: { path: string; code: string }[] }>().errors[0];
  };
  expect(await refused({ type: 'Point', coordinates: [0, 0] })).toMatchObject({
    path: '/features/0/geometry',
    code: 'not_a_polygon',
  });
  const metres = {
    type: 'Polygon',
    coordinates: [
      [
        [650000, 0],
        [650001, 0],
        [650001, 1],
        [650000, 0],
      ],
    ],
  };
  expect(await refused(metres)).toMatchObject({ code: 'position_out_of_range' });
  const twice = { ...shapes, features: [shapes.features[0], shapes.features[0]] };
  expect((await send('/registers/land/boundaries/region?key=region_code', twice)).json()).toMatchObject({
    errors: [{ path: '/features/1', code: 'shape_repeated' }, expect.anything(), expect.anything()],
  });
  expect((await send('/registers/land/boundaries/region?key=no_such', shapes)).statusCode).toBe(422);
  expect((await send('/registers/land/boundaries/planet', shapes)).statusCode).toBe(404);
  expect((await send('/registers/land/boundaries/region', { type: 'Topology' })).statusCode).toBe(422);
});

test('areas of a level without shapes have no address', async () => {
  expect(await here.territory.boundaryUrl(register.id as never, 2)).toBeNull();
  expect(
    (await here.server.inject({ url: '/boundaries/land/2.0123456789abcdef.topo.json' })).json(),
  ).toMatchObject({
    code: 'boundaries_not_found',
  });
  const root = (await here.server.inject({ url: '/api/v1/registers/land/areas/L' })).json<Area>();
  expect(root.children).toBe(3);
});
