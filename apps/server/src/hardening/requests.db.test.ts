// Requests that are too large, too many, twice, packed or ambiguous, and files that are not what they say.
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { openTarget } from '../testing/open-target.ts';
import { exchangeRaw, sendHead } from '../testing/raw-exchange.ts';
import { presidentSheet } from '../testing/test-nation.ts';

const target = await openTarget({ COMITIUM_UPLOAD_LIMIT: '2000' });
const { one, port, base } = target;
const desk = await one.addPerson('desk@example.org', { role: 'data_admin' });
const agent = await one.addPerson('agent@example.org', { role: 'correspondent' });
afterAll(target.close);

const json = { 'content-type': 'application/json' };
const sheets = `${base}/api/v1/elections/e/results/polling-station`;
const submit = (body: string | Buffer<ArrayBuffer>, more: Record<string, string> = {}) =>
  fetch(sheets, {
    method: 'POST',
    headers: { ...desk, ...json, 'idempotency-key': randomUUID(), ...more },
    body,
  });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const sheetText = JSON.stringify(presidentSheet('L-1-1-1', { ama: 1, kofi: 2, esi: 3 }));
const post = (path: string, ...lines: string[]) => [
  `POST /api/v1${path} HTTP/1.1`,
  'Host: here',
  'Content-Type: application/json',
  ...lines,
];

describe('sizes', () => {
  test('a body over the limit is refused by what it says, and by what it is', async () => {
    expect(await codeOf(await submit(`"${'x'.repeat(1_100_000)}"`))).toEqual([413, 'too_large']);
    const declared = await sendHead(port, post('/auth/sign-in', 'Content-Length: 99999999999'));
    expect(declared.status).toBe(413);
    const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    const head = [...post('/auth/sign-in', 'Transfer-Encoding: chunked'), '', ''].join('\r\n');
    expect((await exchangeRaw(port, `${head}${chunk}${chunk}0\r\n\r\n`)).text).not.toMatch(
      /^HTTP\/1\.1 [25]/,
    );
  });

  test('a head that is too large, has too many lines or too long an address is refused', async () => {
    const get = (path: string, ...lines: string[]) =>
      sendHead(port, [`GET ${path} HTTP/1.1`, 'Host: here', ...lines]);
    expect((await get('/api/v1/elections', `X-Long: ${'x'.repeat(20_000)}`)).status).toBe(413);
    expect((await get(`/api/v1/elections?q=${'x'.repeat(20_000)}`)).status).toBe(413);
    expect((await get(`/api/v1/elections/${'x'.repeat(10_000)}`)).status).toBe(404);
    const many = Array.from({ length: 3000 }, (_, at) => `A${at}: b`);
    expect((await get('/api/v1/elections', ...many)).status).toBe(413);
    // The server goes on.
    expect((await get('/api/v1/elections')).status).toBe(200);
  });

  test('a head, too, has to arrive soon', () => {
    const { headersTimeout, requestTimeout } = one.app.server.server;
    expect(headersTimeout).toBeGreaterThan(0);
    expect(headersTimeout).toBeLessThanOrEqual(60_000);
    expect(requestTimeout).toBeGreaterThan(0);
  });
});

describe('JSON', () => {
  test.each([
    ['deep lists', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['deep objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['a name twice', sheetText.replace('"votes":{', '"votes":{"ama":99,')],
    ['__proto__', sheetText.replace('{', '{"__proto__":{"counted":true},')],
    ['U+0000', sheetText.replace('{', '{"note":"a\\u0000b",')],
    ['half a surrogate pair', sheetText.replace('{', '{"note":"\\udc00",')],
    ['a number beyond all numbers', sheetText.replace('"ama":1', '"ama":1e999')],
    ['a number beyond what is counted', sheetText.replace('"ama":1', '"ama":9007199254740993')],
    ['a number as text', sheetText.replace('"ama":1', '"ama":"1"')],
    ['a prototype of votes', sheetText.replace('"votes":{', '"votes":{"constructor":{"prototype":{"x":1}},')],
    ['a byte order mark', `\ufeff${sheetText}x`],
  ])('%s is the caller’s fault and leaves no sheet', async (_what, text) => {
    const answer = await submit(text);
    expect([answer.status >= 400 && answer.status < 500, answer.status]).toEqual([true, answer.status]);
    expect(Reflect.get({}, 'counted')).toBeUndefined();
    expect(Reflect.get({}, 'x')).toBeUndefined();
    const kept = await fetch(`${base}/api/v1/elections/e/results/sheets`, { headers: desk });
    expect((await kept.json()) as object).toMatchObject({ items: [] });
  });

  test('bytes that are no UTF-8 are refused, in streamed imports too', async () => {
    const latin = Buffer.from(sheetText.replace('{', '{"note":"é",'), 'latin1');
    expect((await submit(latin)).status).toBe(400);
    const admin = await one.addPerson('admin@example.org', { role: 'platform_administrator' });
    const shapes = await fetch(`${base}/api/v1/registers/e-register/boundaries/region`, {
      method: 'POST',
      headers: { ...admin, ...json },
      body: Buffer.from('{"type":"FeatureCollection","name":"é","features":[]}', 'latin1'),
    });
    expect(await codeOf(shapes)).toEqual([400, 'invalid_request']);
  });

  test('a packed body is not unpacked, however small it comes', async () => {
    const bomb = Buffer.from(gzipSync(`"${'0'.repeat(50_000_000)}"`));
    for (const encoding of ['gzip', 'GZIP, gzip', 'br', 'deflate']) {
      expect(await codeOf(await submit(bomb, { 'content-encoding': encoding }))).toEqual([
        415,
        'unsupported_media_type',
      ]);
    }
    expect((await submit(sheetText, { 'content-encoding': 'identity' })).status).toBe(201);
  });
});

describe('one request cannot hide another', () => {
  const body = '0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: here\r\n\r\n';
  test.each([
    ['two lengths', ['Content-Length: 0', `Content-Length: ${body.length}`]],
    ['a length and chunks', [`Content-Length: ${body.length}`, 'Transfer-Encoding: chunked']],
    ['unknown chunks', ['Transfer-Encoding: xchunked']],
    ['a folded line', ['X-A: b', ' Content-Length: 0']],
    ['a space before the colon', ['Content-Length : 0']],
  ])('%s', async (_what, lines) => {
    const { text } = await sendHead(port, post('/auth/sign-in', ...lines), body);
    expect(text.match(/^HTTP\/1\.1 /gm) ?? []).toHaveLength(1);
    expect(text).toMatch(/^HTTP\/1\.1 4/);
    expect(text).not.toContain('hidden');
  });
});

describe('uploads', () => {
  const png = Buffer.from(
    `\x89PNG\r\n\x1a\n\0\0\0\rIHDR${'\0'.repeat(40)}<script>alert(1)</script>`,
    'latin1',
  );
  const upload = (body: Buffer<ArrayBuffer>, name: string, type = 'image/png') =>
    fetch(`${base}/api/v1/files`, {
      method: 'POST',
      headers: { ...agent, 'content-type': type, 'x-file-name': name },
      body,
    });

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a picture that begins as a page', `<!--${png.toString('latin1')}-->`],
    ['a picture of nine bytes', '\x89PNG\r\n\x1a\n'],
    ['GIF', 'GIF89a/*alert(1)*/'],
    ['a zip', 'PK\u0003\u0004aaaaaaaaaaaaaaaa'],
    ['gzip', '\x1f\x8b\u0008aaaaaaaaaaaaaaaa'],
  ])('%s is no picture, whatever it is called', async (_what, text) => {
    const bytes = Buffer.from(text, 'latin1');
    expect(await codeOf(await upload(bytes, 'photo.png'))).toEqual([415, 'unsupported_media_type']);
    expect((await upload(bytes, 'photo.svg', 'image/svg+xml')).status).toBe(415);
  });

  test('a picture that is a page as well acts as a picture only', async () => {
    const sent = (await (await upload(png, 'a.html', 'text/html')).json()) as { id: string };
    const read = await fetch(`${base}/api/v1/files/${sent.id}`, { headers: agent });
    expect(read.headers.get('content-type')).toBe('image/png');
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    expect(read.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  test.each([
    'a%0d%0aSet-Cookie:%20evil=1.png',
    '..%2f..%2fevil.png',
    '%00evil.png',
    'evil".png;x=".exe',
    '%E2%80%AEgnp.exe',
    '%ff%fe',
  ])('the name %s gets into no header but as a name', async (name) => {
    const unique = Buffer.concat([png, Buffer.from(name)]);
    const sent = (await (await upload(unique, name)).json()) as { id: string; name: string };
    expect(sent.name).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u);
    const read = await fetch(`${base}/api/v1/files/${sent.id}`, { headers: agent });
    expect(read.headers.has('set-cookie')).toBe(false);
    expect(read.headers.get('content-disposition')).toMatch(
      /^inline; filename="[\x20-\x21\x23-\x7e]+\.png"; filename\*=UTF-8''[\w%.~!$&+-]+\.png$/,
    );
  });
});

test('a request id of the caller, or a broken line in a header, comes back nowhere', async () => {
  const lines = ['GET /api/v1/nothing HTTP/1.1', 'Host: here', 'X-Request-Id: evil'];
  expect((await sendHead(port, lines)).text).not.toContain('evil');
  const broken = ['GET /api/v1/elections HTTP/1.1', 'Host: here', 'If-None-Match: "a\rSet-Cookie: evil=1"'];
  expect((await sendHead(port, broken)).headers.has('set-cookie')).toBe(false);
  const key = await submit(sheetText, { 'idempotency-key': 'x'.repeat(129) });
  expect(key.status).toBe(400);
});
