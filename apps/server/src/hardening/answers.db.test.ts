// What every answer carries, whatever it is; which addresses and methods lead nowhere; and that nothing a caller says
// of hosts and proxies finds its way into an answer that others may get.
import { afterAll, describe, expect, test } from 'vitest';
import { openTarget, secretBesidePages } from '../testing/open-target.ts';
import { exchangeRaw, sendHead } from '../testing/raw-exchange.ts';

const target = await openTarget();
const { port, base } = target;
afterAll(target.close);

const get = (path: string, ...lines: string[]) =>
  sendHead(port, [`GET ${path} HTTP/1.1`, 'Host: here', ...lines]);

const kinds: readonly (readonly [string, string])[] = [
  ['a page', '/'],
  ['a page deep inside', '/elections/e/map'],
  ['an asset', '/assets/main-abc.js'],
  ['an answer of the API', '/api/v1/elections'],
  ['an answer that needs a right', '/api/v1/people'],
  ['a problem', '/api/v1/nothing'],
  ['a page of the API', '/api/v1/docs'],
  ['a topic', '/live/state?topic=nothing'],
  ['a stream', '/live/events?topic=nothing'],
  ['shapes', '/boundaries/nothing/0.0123456789abcdef.topo.json'],
  ['the checkpoint', '/log/checkpoint'],
  ['a tile', '/log/tile/0/000'],
  ['the mailbox', '/api/v1/dev/mailbox'],
  ['the health', '/healthz'],
  ['an address that cannot be read', '/api/v1/elections/%ff'],
];

test.each(kinds)('%s has the security headers, and a policy without exceptions', async (_kind, path) => {
  const { status, headers } = await get(path);
  expect(status).toBeGreaterThanOrEqual(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/) as string,
  });
  const policy = headers.get('content-security-policy') ?? '';
  for (const rule of [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect([headers.has('server'), headers.has('x-powered-by')]).toEqual([false, false]);
});

test('what was no request at all is answered with headers that make the answer harmless', async () => {
  const { status, headers } = await exchangeRaw(port, 'NONSENSE\r\n\r\n');
  expect(status).toBe(400);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('only the page that shows e-mails may draw the styles that stand in them', async () => {
  const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy');
  expect(await policyOf('/dev/mailbox')).toContain("style-src-attr 'unsafe-inline'");
  expect(await policyOf('/dev')).not.toContain('unsafe');
});

describe('no way leads out of the folder of the pages', () => {
  const ways = [
    ...['/../secret.txt', '/assets/../../secret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/..%2fsecret.txt'],
    ...[
      '/assets/..%5c..%5csecret.txt',
      '/%252e%252e/secret.txt',
      '//../secret.txt',
      '/assets/....//secret.txt',
    ],
    ...[
      '/log/tile/../../secret.txt',
      '/log/tile/..%2f..%2fsecret.txt',
      '/assets/%00../../secret.txt',
      '/secret.txt%00.js',
    ],
    ...['/api/v1/files/..%2f..%2fsecret.txt', '/boundaries/..%2f../secret.txt', '/assets/', '/assets'],
  ];
  test.each(ways)('%s', async (path) => {
    const { status, text } = await get(path);
    expect(text).not.toContain(secretBesidePages);
    expect(text).not.toContain('main-abc.js');
    expect(status).toBeLessThan(500);
  });
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/%2f%2fevil.example',
  '//evil.example/%2e%2e',
  '/https://evil.example',
])('nobody is sent elsewhere by %s', async (path) => {
  const { status, headers } = await get(path);
  expect([status < 300 || status >= 400, headers.has('location')]).toEqual([true, false]);
});

test.each([...['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'DEBUG', 'FOO', 'PUT', 'DELETE']])(
  '%s is no method of a page',
  async (method) => {
    const { status, text } = await sendHead(port, [
      `${method} / HTTP/1.1`,
      'Host: here',
      'X-Secret: told-back',
    ]);
    expect([status === 0 || (status >= 400 && status < 500), text.includes('told-back')]).toEqual([
      true,
      false,
    ]);
  },
);

test('no header changes the method of a request', async () => {
  for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', '_method']) {
    const lines = ['POST /api/v1/elections/e HTTP/1.1', 'Host: here', `${name}: PATCH`, 'Content-Length: 0'];
    expect((await sendHead(port, lines)).status).toBe(405);
    expect((await get('/api/v1/elections', `${name}: DELETE`)).status).toBe(200);
    // No query does either: one that the address does not know is refused.
    expect((await get('/api/v1/elections?_method=DELETE', `${name}: DELETE`)).status).toBe(400);
  }
});

test('hosts and proxies that a caller makes up stand in no answer', async () => {
  const lies = [
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: https',
    'X-Forwarded-Prefix: /evil',
    'Forwarded: host=evil.example',
    'X-Original-URL: /api/v1/people',
    'X-Rewrite-URL: /api/v1/people',
  ];
  for (const path of [
    '/',
    '/api/v1/elections',
    '/api/v1/nothing',
    '/api/v1/openapi.json',
    '/log/checkpoint',
    '/log/key',
  ]) {
    const plain = await sendHead(port, [`GET ${path} HTTP/1.1`, 'Host: here']);
    const lied = await sendHead(port, [`GET ${path} HTTP/1.1`, 'Host: evil.example', ...lies]);
    expect([path, lied.status, lied.text.includes('evil')]).toEqual([path, plain.status, false]);
    const bodies = [lied.body, plain.body].map((body) => body.replace(/"requestId":"[^"]*"/, ''));
    expect(bodies[0]).toBe(bodies[1]);
  }
});

test('a request without a host, or with two, is none', async () => {
  expect((await sendHead(port, ['GET /api/v1/elections HTTP/1.1'])).status).toBe(400);
  const two = ['GET /api/v1/elections HTTP/1.1', 'Host: here', 'Host: evil.example'];
  expect((await sendHead(port, two)).text).not.toContain('evil');
});

test('what a signed-in person gets is kept by no cache', async () => {
  const headers = await target.one.addPerson('esi@example.org');
  for (const path of ['/auth/me', '/auth/me/sessions', '/auth/me/factors']) {
    const answer = await fetch(`${base}/api/v1${path}`, { headers });
    expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([
      path,
      200,
      expect.stringContaining('no-store'),
    ]);
  }
});

test('what answers differently by origin says so to caches', async () => {
  const answer = await fetch(`${base}/api/v1/elections`, { headers: { origin: 'https://evil.example' } });
  expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  expect(answer.headers.get('vary')?.toLowerCase()).toContain('origin');
});
