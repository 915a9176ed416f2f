import type { Area, ImportReport, PageOf, Register } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { asOperator, createTestServer } from './testing/create-test-server.ts';

const db = await createTestDatabase();
const { server, close } = await createTestServer(db);
afterAll(close);

const csv = [
  'code,name,parent,level,registered,lng,lat',
  'GH,Ghana,,nation,,,',
  'GH-A,Ashanti,GH,region,,,',
  'GH-C,Córdoba,GH,region,,,',
  'GH-A1,Kumasi School,GH-A,station,500,-1.62,6.69',
  'GH-A2,Bantama Market,GH-A,station,300,,',
  'GH-C1,Town Hall,GH-C,station,200,,',
].join('\n');
const head = 'code=gh-2024&name=Ghana%202024&levels=nation,region,station&simulated=true';

const post = (url: string, payload: string | object, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers: { ...asOperator, ...headers } });
const get = <T>(url: string) => server.inject({ url: `/api/v1${url}` }).then((answer) => answer.json<T>());
const asCsv = { 'content-type': 'text/csv; charset=utf-8' };

test('a register is imported from CSV and read by anybody, by id and by code', async () => {
  const dry = await post(`/registers?dryRun=true&${head}`, csv, asCsv);
  expect([dry.statusCode, dry.json()]).toMatchObject([
    200,
    { written: false, rows: 6, errors: [], summary: [{ count: 1 }, { count: 2 }, { count: 3 }] },
  ]);
  const imported = await post(`/registers?${head}`, csv, asCsv);
  expect(imported.statusCode).toBe(201);
  const register = imported.json<Register>();
  expect(register).toMatchObject({
    code: 'gh-2024',
    areas: 6,
    stations: 3,
    registered: 1000,
    boundaries: {},
  });
  expect(await get(`/registers/${register.id}`)).toEqual(register);
  expect(await get('/registers/gh-2024')).toEqual(register);
  expect(await get<PageOf<Register>>('/registers')).toEqual({ items: [register], nextCursor: null });
});

test('areas are listed by parent and level, found by name without accents, and paged', async () => {
  const codes = async (query: string) =>
    (await get<PageOf<Area>>(`/registers/gh-2024/areas?${query}`)).items.map(({ code }) => code);
  expect(await codes('')).toEqual(['GH', 'GH-A', 'GH-C', 'GH-A1', 'GH-A2', 'GH-C1']);
  expect(await codes('parent=GH-A')).toEqual(['GH-A1', 'GH-A2']);
  expect(await codes('parent=GH&level=station')).toEqual(['GH-A1', 'GH-A2', 'GH-C1']);
  expect(await codes('level=1')).toEqual(['GH-A', 'GH-C']);
  expect(await codes('q=CORDOBA')).toEqual(['GH-C']);
  expect(await codes('q=a&level=region')).toEqual(['GH-A', 'GH-C']);
  const first = await get<PageOf<Area>>('/registers/gh-2024/areas?level=station&limit=2');
  const second = await get<PageOf<Area>>(
    `/registers/gh-2024/areas?level=station&limit=2&cursor=${first.nextCursor}`,
  );
  expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['GH-A1', 'GH-A2', 'GH-C1']);
  expect(second.nextCursor).toBeNull();
  expect(await get('/registers/gh-2024/areas?cursor=bm9wZQ')).toMatchObject({ code: 'cursor_invalid' });
});

test('one area is shown with its point and the number of its children', async () => {
  expect(await get('/registers/gh-2024/areas/GH-A1')).toMatchObject({
    code: 'GH-A1',
    level: 2,
    levelName: 'station',
    parent: 'GH-A',
    registered: 500,
    point: [-1.62, 6.69],
    children: 0,
  });
  expect(await get('/registers/gh-2024/areas/GH-Z')).toMatchObject({ code: 'area_not_found' });
  expect(await get('/registers/none/areas/GH-Z')).toMatchObject({ code: 'register_not_found' });
});

test('a JSON import with errors names each row and writes nothing', async () => {
  const areas = [
    { code: 'X', name: 'X', parent: null, level: 0, registered: 0 },
    { code: 'X1', name: '', parent: 'X', level: 1, registered: 'many' },
    { code: 'X2', name: 'X2', parent: 'Y', level: 1, registered: 5, colour: 'red' },
  ];
  const refused = await post('/registers', { code: 'x', name: 'X', levels: ['nation', 'station'], areas });
  expect(refused.statusCode).toBe(422);
  const { code, errors } = refused.json<{ code: string; errors: { path: string }[] }>();
  expect(code).toBe('import_refused');
  expect(errors.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/areas/1/name', '/areas/1/registered']),
  );
  expect(errors.some(({ path }) => path.startsWith('/areas/2'))).toBe(true);
  const good = areas.map((area) => ({
    ...area,
    name: 'N',
    registered: 5,
    parent: area.code === 'X' ? null : 'X',
  }));
  const clean = good.map(({ code: areaCode, name, parent, level, registered }) => ({
    code: areaCode,
    name,
    parent,
    level,
    registered,
  }));
  const imported = await post('/registers', {
    code: 'x',
    name: 'X',
    levels: ['nation', 'station'],
    areas: clean,
  });
  expect(imported.json()).toMatchObject({ code: 'x', stations: 2, registered: 10 });
  const again = await post('/registers', {
    code: 'x',
    name: 'X',
    levels: ['nation', 'station'],
    areas: clean,
  });
  expect(again.json()).toMatchObject({ status: 409, code: 'code_taken' });
});

test('a CSV import tells errors of form and broken rules at once, by line and column', async () => {
  const lines = [
    'code,name,parent,level,registered',
    'X,Land,,nation,',
    'N,North,X,planet,',
    'N1,One,N,2,many',
    'N1,Twice,N,2,5',
    'N2,Two,N,2',
    'N3,Three,Nowhere,2,7',
  ];
  const query = 'dryRun=true&code=bad&name=Bad&levels=nation,region,station';
  const { errors, rows } = (await post(`/registers?${query}`, lines.join('\n'), asCsv)).json<ImportReport>();
  expect(rows).toBe(6);
  expect(errors.map(({ line, path, code }) => [line, path, code])).toEqual([
    [3, 'level', 'unknown_level'],
    [4, 'registered', 'not_an_integer'],
    [5, 'code', 'duplicate_code'],
    [6, '', 'cell_count'],
    [7, 'parent', 'unknown_parent'],
  ]);
  const refused = await post(`/registers?${query.replace('true', 'false')}`, lines.join('\n'), asCsv);
  expect(refused.json<{ errors: unknown[] }>().errors).toHaveLength(5);
  const taken = await post(`/registers?dryRun=true&${head}`, csv, asCsv);
  expect(taken.json()).toMatchObject({ errors: [{ path: '/code', code: 'code_taken' }] });
});

test('a JSON import tells both at once, and nothing that only follows', async () => {
  const areas = [
    { code: 'X', name: 'X', parent: null, level: 0, registered: 0 },
    { code: 'N', name: 'N', parent: 'X', level: 'one', registered: 0 },
    { code: 'N1', name: 'N1', parent: 'N', level: 2, registered: 5 },
    { code: 'N2', parent: 'N', level: 2, registered: 5 },
    { code: 'N2', name: 'N3', parent: 'Y', level: 2, registered: 5 },
  ];
  const body = { code: 'bad', name: 'B', levels: ['nation', 'region', 'station'], areas };
  const { errors } = (await post('/registers?dryRun=true', body)).json<ImportReport>();
  expect(errors.map(({ path, code }) => [path, code])).toEqual([
    ['/areas/1/level', 'type'],
    ['/areas/3/name', 'required'],
    ['/areas/4/code', 'duplicate_code'],
    ['/areas/4/parent', 'unknown_parent'],
  ]);
});

test('what is no import is told apart from an import with errors', async () => {
  expect((await post('/registers', '{"code":', { 'content-type': 'application/json' })).statusCode).toBe(400);
  expect((await post('/registers', '<xml/>', { 'content-type': 'application/xml' })).statusCode).toBe(415);
  expect((await post('/registers', csv, asCsv)).json()).toMatchObject({ code: 'import_refused' });
});

test('nobody without the right imports or deletes', async () => {
  const url = '/api/v1/registers';
  const imported = await server.inject({
    method: 'POST',
    url: `${url}?${head}`,
    payload: csv,
    headers: asCsv,
  });
  expect(imported.statusCode).toBe(401);
  expect((await server.inject({ method: 'DELETE', url: `${url}/x` })).statusCode).toBe(401);
});

test('a deleted register is gone', async () => {
  const removed = await server.inject({ method: 'DELETE', url: '/api/v1/registers/x', headers: asOperator });
  expect(removed.statusCode).toBe(204);
  expect(await get('/registers/x')).toMatchObject({ status: 404, code: 'register_not_found' });
});
