// The promises of the wire that hold for every address: methods, malformed requests, texts that nobody can keep.
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from './platform/database/testing/create-test-database.ts';
import { openTestApp } from './testing/open-test-app.ts';
import { openTestElection, presidentSheet } from './testing/test-nation.ts';

const origin = 'https://news.example';
const one = await openTestApp(await createTestDatabase(), { COMITIUM_CORS_ORIGINS: origin });
await openTestElection(one);
const desk = await one.addPerson('desk@example.org', { role: 'data_admin' });
afterAll(() => one.close());

const inject = (request: object) => one.app.server.inject(request);

const problemOf = (answer: { headers: object; json<T>(): T }) => {
  expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8' });
  return answer.json<{ code: string; requestId: string; errors?: { path: string; code: string }[] }>();
};

const submit = (payload: string) =>
  inject({
    method: 'POST',
    url: '/api/v1/elections/e/results/polling-station',
    headers: { ...desk, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    payload,
  });

const sheetText = () => JSON.stringify(presidentSheet('L-1-1-1', { ama: 1, kofi: 2, esi: 3 }));

test('a method that an address does not take is told with those that it takes', async () => {
  const answer = await inject({ method: 'PUT', url: '/api/v1/elections/e' });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers['allow']).toBe('GET, HEAD, OPTIONS, PATCH');
  expect(problemOf(answer).code).toBe('method_not_allowed');
});

test('OPTIONS tells the methods of an address, and nothing of one that is not there', async () => {
  const answer = await inject({ method: 'OPTIONS', url: '/api/v1/elections' });
  expect(answer.statusCode).toBe(204);
  expect(answer.headers['allow']).toBe('GET, HEAD, OPTIONS, POST');
  const nowhere = await inject({ method: 'OPTIONS', url: '/api/v1/nothing' });
  expect(nowhere.statusCode).toBe(404);
  expect(problemOf(nowhere).code).toBe('not_found');
});

test.each(['PATCH', 'PUT', 'DELETE'])('a page of a configured origin may %s', async (method) => {
  const answer = await inject({
    method: 'OPTIONS',
    url: '/api/v1/elections/e',
    headers: { origin, 'access-control-request-method': method },
  });
  expect(answer.statusCode).toBe(204);
  expect(answer.headers['access-control-allow-origin']).toBe(origin);
  expect(answer.headers['access-control-allow-methods']).toContain(method);
});

test.each([
  ['/api/v1/elections/%ff', 400, 'invalid_request'],
  ['/api/v1/elections/%', 400, 'invalid_request'],
  [`/api/v1/elections/${'x'.repeat(500)}`, 404, 'not_found'],
])('the malformed address %s is a problem like any other', async (url, status, code) => {
  const answer = await inject({ method: 'GET', url });
  expect(answer.statusCode).toBe(status);
  const problem = problemOf(answer);
  expect(problem.code).toBe(code);
  expect(answer.headers['x-request-id']).toBe(problem.requestId);
});

test.each([
  ['a member twice', (text: string) => text.replace('"votes":{', '"votes":{"ama":99,'), '/votes/ama'],
  ['a member called __proto__', (text: string) => text.replace('{', '{"__proto__":{},'), '/__proto__'],
  ['U+0000 in a text', (text: string) => text.replace('{', '{"note":"a\\u0000b",'), '/note'],
  ['half a surrogate pair', (text: string) => text.replace('{', '{"note":"a\\ud800b",'), '/note'],
])('a body with %s is refused by name', async (_what, spoil, path) => {
  const answer = await submit(spoil(sheetText()));
  expect(answer.statusCode).toBe(400);
  expect(problemOf(answer).errors).toMatchObject([{ path }]);
});

test('bytes that are no UTF-8 are refused, not mended', async () => {
  const answer = await inject({
    method: 'POST',
    url: '/api/v1/elections/e/results/polling-station',
    headers: { ...desk, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    payload: Buffer.from(sheetText().replace('{', '{"note":"é",'), 'latin1'),
  });
  expect(answer.statusCode).toBe(400);
  expect(problemOf(answer).code).toBe('invalid_request');
});

test('U+0000 in a query is refused', async () => {
  const answer = await one.send('GET', '/elections/e/results/sheets?source=%00', { headers: desk });
  expect(answer.statusCode).toBe(400);
  expect(problemOf(answer).code).toBe('invalid_request');
});

test('a query that the address does not know is named, and not left out in silence', async () => {
  for (const path of [
    '/elections/e/map?rase=president',
    '/elections/e?basis=certified',
    '/registers?limit=5&x=1',
  ]) {
    const answer = await one.send('GET', path);
    expect(answer.statusCode, path).toBe(400);
    expect(problemOf(answer)).toMatchObject({ code: 'invalid_request' });
    expect(answer.json()).toMatchObject({
      detail: expect.stringMatching(/^The query is not valid: \/(?:rase|basis|x) /),
      errors: [{ code: 'additionalProperties' }],
    });
  }
});

test('a body of another kind is told so before it is judged', async () => {
  const answer = await inject({
    method: 'POST',
    url: '/api/v1/elections/e/results/polling-station',
    headers: { ...desk, 'content-type': 'text/plain', 'idempotency-key': randomUUID() },
    payload: 'x',
  });
  expect(answer.statusCode).toBe(415);
  expect(problemOf(answer).code).toBe('unsupported_media_type');
});

test('a body that may be left out may be left out', async () => {
  const sent = (await submit(sheetText())).json<{ sheetId: string }>();
  const reviewer = await one.addPerson('review@example.org', { role: 'reviewer' });
  const verified = await one.send('POST', `/elections/e/results/sheets/${sent.sheetId}/verify`, {
    headers: reviewer,
  });
  expect(verified.json()).toMatchObject({ status: 'verified' });
});

test('a line that cannot be kept, or no lines at all, leave the batch whole', async () => {
  const line = (station: string, more: object = {}) =>
    JSON.stringify({ ...presidentSheet(station, { ama: 1, kofi: 2, esi: 3 }), key: randomUUID(), ...more });
  const send = (payload: string | undefined) =>
    inject({
      method: 'POST',
      url: '/api/v1/elections/e/results/polling-station/batch',
      headers: { ...desk, ...(payload === undefined ? {} : { 'content-type': 'application/x-ndjson' }) },
      ...(payload === undefined ? {} : { payload }),
    });
  const bad = line('L-1-1-2', { note: 'a\u0000b' });
  const answer = await send(`\r\n${bad}\r\n${line('L-1-1-2')}\n`);
  const [blank, first, second] = answer.body.split('\n');
  expect(blank).toBe('');
  expect(JSON.parse(first ?? '')).toMatchObject({ line: 2, status: 400 });
  expect(JSON.parse(second ?? '')).toMatchObject({ line: 3, status: 201 });
  expect((await send(undefined)).statusCode).toBe(200);
});

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Record<string, unknown> }>
  >;
}

test('the description of the API names every path parameter, body, problem and operation', async () => {
  const answer = await one.send('GET', '/openapi.json');
  const { openapi, paths } = answer.json<{
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  }>();
  expect(openapi).toBe('3.1.0');
  const operations = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1'))
    .flatMap(([path, methods]) => Object.values(methods).map((operation) => ({ path, operation })));
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = operation.parameters?.filter((one) => one.in === 'path' && one.required) ?? [];
    expect([path, declared.map(({ name }) => name).sort()]).toEqual([path, named.sort()]);
    expect(Object.keys(operation.responses['4XX']?.content ?? {})).toEqual(['application/problem+json']);
  }
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const batch = paths['/api/v1/elections/{election}/results/polling-station/batch']?.['post'];
  expect(Object.keys(batch?.requestBody?.content ?? {})).toEqual(['application/x-ndjson']);
});
