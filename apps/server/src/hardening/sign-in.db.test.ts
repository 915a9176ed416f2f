// Forged tokens, foreign pages with a person's cookie, and links in messages: against the running server.
import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { routeUrl } from '../platform/http/register-routes.ts';
import { startWorker } from '../platform/jobs/index.ts';
import { openTarget } from '../testing/open-target.ts';
import { sendHead } from '../testing/raw-exchange.ts';

const site = 'https://results.example';
const friend = 'https://news.example';
const target = await openTarget({ COMITIUM_PUBLIC_URL: site, COMITIUM_CORS_ORIGINS: friend });
const { one, port, base } = target;
const { db } = one.app.platform;
const worker = await startWorker(db, { jobs: one.app.features.flatMap(({ jobs = [] }) => jobs) });
afterAll(async () => {
  await worker.stop();
  await target.close();
});

const email = 'esi@example.org';
const token = (await one.addPerson(email))['authorization']?.slice('Bearer '.length) ?? '';
const [head = '', body = '', signature = ''] = token.split('.');
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string) =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
const statusOf = async (bearer: string): Promise<number> =>
  (await fetch(`${base}/api/v1/auth/me`, { headers: { authorization: `Bearer ${bearer}` } })).status;

describe('tokens', async () => {
  const { keys } = (await (await fetch(`${base}/.well-known/jwks.json`)).json()) as {
    keys: { kid: string; x: string; kty: string; crv: string }[];
  };
  const published = keys.find(({ kid }) => kid === decode(head)['kid']);
  if (published === undefined) throw new Error('the key of the token is not published');
  const pem = createPublicKey({ key: published, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const own = generateKeyPairSync('ed25519');
  const ownJwk = own.publicKey.export({ format: 'jwk' });
  const withMac = (secret: string | Buffer, alg: string): string => {
    const signed = `${encode({ ...decode(head), alg })}.${body}`;
    return `${signed}.${createHmac(alg.replace('HS', 'sha'), secret).update(signed).digest('base64url')}`;
  };
  const withOwnKey = (header: object, claims: object = {}): string => {
    const signed = `${encode({ ...decode(head), ...header })}.${encode({ ...decode(body), ...claims })}`;
    return `${signed}.${sign(null, Buffer.from(signed), own.privateKey).toString('base64url')}`;
  };

  test('the true one is let in', async () => {
    expect(await statusOf(token)).toBe(200);
  });

  test.each([
    ['no algorithm', `${encode({ ...decode(head), alg: 'none' })}.${body}.`],
    ['no algorithm, in capitals', `${encode({ ...decode(head), alg: 'NONE' })}.${body}.${signature}`],
    ['the public key as a secret', withMac(Buffer.from(published.x, 'base64url'), 'HS256')],
    ['the public key’s text as a secret', withMac(String(pem), 'HS512')],
    ['another key under the known name', withOwnKey({})],
    ['its own key in its head', withOwnKey({ jwk: ownJwk })],
    ['an address of keys', withOwnKey({ jku: 'http://127.0.0.1:1/keys', x5u: 'http://127.0.0.1:1/keys' })],
    ['a path as a key’s name', withOwnKey({ kid: '../../../../dev/null' })],
    ['SQL as a key’s name', withOwnKey({ kid: "' union select 'AA==' --" })],
    ['a key without a name', withOwnKey({ kid: undefined })],
    ['a list as a key’s name', withOwnKey({ kid: [published.kid] })],
    [
      'another person',
      `${head}.${encode({ ...decode(body), sub: '01900000-0000-7000-8000-000000000000' })}.${signature}`,
    ],
    ['more time', `${head}.${encode({ ...decode(body), exp: 9_999_999_999 })}.${signature}`],
    ['critical extensions', withOwnKey({ crit: ['b64'], b64: false })],
    ['no signature', `${head}.${body}.`],
    ['two signatures', `${token}.${signature}`],
    ['encryption', `${encode({ alg: 'dir', enc: 'A256GCM' })}..AAAA.AAAA.AAAA`],
  ])('%s is refused', async (_what, forged) => {
    expect(await statusOf(forged)).toBe(401);
  });

  test('a key’s name that no database can hold is refused too', async () => {
    expect([400, 401]).toContain(await statusOf(withOwnKey({ kid: 'a\0b' })));
  });

  test('a token counts in its header alone', async () => {
    const inCookie = { cookie: `token=${token}; __Host-comitium_session=${token}` };
    expect((await fetch(`${base}/api/v1/auth/me`, { headers: inCookie })).status).toBe(401);
    expect((await fetch(`${base}/api/v1/auth/me?access_token=${token}`)).status).toBe(401);
  });
});

describe('cookies', async () => {
  const signedIn = await fetch(`${base}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'a long enough phrase' }),
  });
  const set = signedIn.headers.getSetCookie();
  const cookie = set.map((line) => line.split(';')[0]).join('; ');

  test('no script reads them, no other site sends them, nothing but https carries them', () => {
    expect(set).toHaveLength(2);
    for (const line of set) {
      expect(line).toMatch(/^__(Host|Secure)-\w+=.*; HttpOnly; SameSite=Strict; Secure$/);
      expect(line).not.toContain('Domain=');
    }
    expect(signedIn.headers.get('cache-control')).toBe('no-store');
  });

  const foreign: readonly (readonly [string, Record<string, string>])[] = [
    ['a foreign page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page of an origin that may read, but is not ours', { origin: friend }],
    ['a page without an origin', { origin: 'null' }],
    ['no origin at all', {}],
    ['a neighbour', { origin: 'https://evil.results.example', 'sec-fetch-site': 'same-site' }],
    ['a form', { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form as text', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    [
      'a form with files',
      { origin: 'https://evil.example', 'content-type': 'multipart/form-data; boundary=a' },
    ],
  ];

  test.each(foreign)('%s cannot act with them', async (_who, headers) => {
    for (const path of ['/auth/token', '/auth/sign-out']) {
      const type = headers['content-type'];
      const answer = await fetch(`${base}/api/v1${path}`, {
        method: 'POST',
        headers: { ...headers, cookie },
        ...(type === undefined ? {} : { body: 'a=b' }),
      });
      const { code } = (await answer.json()) as { code: string };
      expect([path, ['origin_refused', 'unsupported_media_type'].includes(code)]).toEqual([path, true]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  test('no other route acts by cookie', async () => {
    for (const route of one.app.routes.filter(({ access }) => access.kind !== 'public')) {
      const { method } = route;
      const path = routeUrl(route).replace(/:\w+/g, 'x');
      const answer = await fetch(base + path, { method, headers: { cookie, origin: site } });
      expect([method, path, answer.status]).toEqual([method, path, 401]);
    }
  });

  test('a cookie that another host of the domain could have set is not read', async () => {
    const tossed = cookie.replaceAll('__Host-', '').replaceAll('__Secure-', '');
    const headers = { cookie: tossed, origin: site };
    expect((await fetch(`${base}/api/v1/auth/token`, { method: 'POST', headers })).status).toBe(401);
  });

  test('after all that the cookie is still good for our own page', async () => {
    const answer = await fetch(`${base}/api/v1/auth/token`, {
      method: 'POST',
      headers: { cookie, origin: site },
    });
    expect(answer.status).toBe(200);
  });
});

test('a form of another site signs nobody in', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=a']) {
    const answer = await fetch(`${base}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': type, origin: 'https://evil.example' },
      body: JSON.stringify({ email, password: 'a long enough phrase' }),
    });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([415, []]);
  }
});

test('links in messages lead to the configured address, whatever host the request named', async () => {
  const wish = JSON.stringify({ email });
  const lines = [
    'Content-Type: application/json',
    `Content-Length: ${wish.length}`,
    'X-Forwarded-Host: evil.example',
  ];
  const lied = [
    'POST /api/v1/auth/password/forgot HTTP/1.1',
    'Host: evil.example',
    'Origin: https://evil.example',
    ...lines,
  ];
  expect((await sendHead(port, lied, wish)).status).toBe(200);
  const text = await vi.waitUntil(async () => {
    const { items } = (await (await fetch(`${base}/api/v1/dev/mailbox`)).json()) as {
      items: { text: string; html: string }[];
    };
    return items.map((item) => item.text + item.html).find((one) => one.includes('#token='));
  }, 30_000);
  expect(text).toContain(`${site}/reset-password#token=`);
  expect(text).not.toContain('evil');
});

describe('sockets', () => {
  const live = `${base.replace('http', 'ws')}/live`;
  const open = (origin?: string) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(live, origin === undefined ? {} : { origin });
      socket.on('unexpected-response', (_request, { statusCode = 0 }) => {
        socket.terminate();
        resolve(statusCode);
      });
      socket.on('error', () => resolve(0));
      socket.on('open', () => {
        socket.terminate();
        resolve(101);
      });
    });

  test('pages of other origins open none; ours, those that may read us, and programs do', async () => {
    const refused = ['https://evil.example', 'null', `${site}.evil.example`, 'http://results.example'];
    expect(await Promise.all(refused.map(open))).toEqual(refused.map(() => 403));
    expect(await Promise.all([site, friend, base, undefined].map(open))).toEqual([101, 101, 101, 101]);
  });

  test('a frame that is too large ends the connection', async () => {
    const socket = new WebSocket(live);
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('error', () => undefined);
    socket.on('open', () => socket.send('x'.repeat(100_000)));
    expect(await closed).toBe(4413);
  });

  test('a frame that unpacks to too much ends the connection', async () => {
    const socket = new WebSocket(live, { perMessageDeflate: true });
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('error', () => undefined);
    socket.on('open', () => socket.send(Buffer.alloc(5_000_000, 48), { compress: true, binary: false }));
    expect(await closed).toBe(4413);
  });
});
