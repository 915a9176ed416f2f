// Every route is asked with hostile paths, queries and bodies by somebody who may do everything: whatever comes, the
// answer is a problem of the caller's or a plain answer, never a fault of ours.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../platform/database/testing/create-test-database.ts';
import { routeUrl } from '../platform/http/register-routes.ts';
import type { Route } from '../platform/http/route.ts';
import { inWalk } from '../testing/knock-on-route.ts';
import { openAccessWalk } from '../testing/open-access-walk.ts';
import { sampleOfSchema } from '../testing/sample-of-schema.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'comitium-hostile-'));
const walk = await openAccessWalk(await createTestDatabase(), dataDir);
const { app, base, here } = walk;
afterAll(async () => {
  await app.stop();
  await rm(dataDir, { recursive: true });
});

const administrator = here.get('platform_administrator') ?? {};

/** As they stand in an address. */
const hostileTexts = [
  ...[
    '%00',
    'a%0d%0aset-cookie:%20a=b',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e',
    '%5c..%5c',
    '__proto__',
    'constructor',
  ],
  ...["'%20or%201=1%20--", '%25', '%F0%9F%92%A9', '99999999999999999999', '-1', '1e309', 'x'.repeat(120)],
];

const hostileValues: readonly unknown[] = [
  ...[
    { constructor: { prototype: { admin: true } } },
    [[]],
    null,
    true,
    -1,
    1e308,
    2 ** 31,
    2 ** 53,
    '\u0000',
  ],
  ...['__proto__', '99999999999999999999', "'; drop table person; --", '0001-01-01T00:00:00Z', '9999-12-31'],
  ...['\u202egnp.exe', 'x'.repeat(3000), '../../etc/passwd', '\r\nset-cookie: a=b'],
];

const membersOf = (schema: unknown): string[] =>
  Object.keys((schema as { properties?: object } | undefined)?.properties ?? {});

const addressOf = (route: Route, spoilt: Readonly<Record<string, string>> = {}): string =>
  `${base}${routeUrl(route)
    .replace(/:(\w+)(\([^)]*\))?/g, (_, name: string) => spoilt[name] ?? inWalk[name] ?? crypto.randomUUID())
    .replace('*', spoilt['*'] ?? 'x')}`;

const spoiltAddresses = (route: Route): string[] => {
  const names = [...routeUrl(route).matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const wild = routeUrl(route).endsWith('*') ? ['*'] : [];
  return hostileTexts.flatMap((text) => [
    ...[...names, ...wild].map((name) => addressOf(route, { [name]: text })),
    ...membersOf(route.query).map((name) => `${addressOf(route)}?${name}=${text}`),
  ]);
};

const spoiltBodies = (route: Route): string[] => {
  if (route.body === undefined) return [];
  const sample = sampleOfSchema(route.body, inWalk);
  const plain = typeof sample === 'object' && sample !== null && !Array.isArray(sample) ? sample : {};
  const spoilt = membersOf(route.body).flatMap((name) =>
    hostileValues.map((value) => JSON.stringify({ ...plain, [name]: value })),
  );
  return [
    ...spoilt,
    ...['null', '[]', '0', '"x"', '{', '{"a":1e999}', '{"constructor":{"prototype":{"a":1}}}'],
  ];
};

interface Attempt {
  readonly route: Route;
  readonly url: string;
  readonly body?: string;
}

/** Half of all there is to try on a route, another half on the next one: every value comes often enough. */
const halfOf = <T>(all: readonly T[], turn: number): T[] => all.filter((_, at) => (at + turn) % 2 === 0);

const attemptsOn = (route: Route, turn: number): Attempt[] => [
  ...halfOf(spoiltAddresses(route), turn).map((url) => ({
    route,
    url,
    ...(route.method === 'GET' ? {} : { body: '{}' }),
  })),
  ...halfOf(spoiltBodies(route), turn).map((body) => ({ route, url: addressOf(route), body })),
];

/** What went wrong, or null. */
const tryOut = async ({ route, url, body }: Attempt): Promise<string | null> => {
  const answer = await fetch(url, {
    method: route.method,
    headers: { ...administrator, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  });
  const text = await answer.text();
  const smuggled = answer.headers.get('set-cookie')?.includes('a=b') ?? false;
  const isFault = answer.status >= 500 && !text.includes('"code":"unavailable"');
  if (!isFault && !smuggled && !answer.headers.has('location')) return null;
  return `${answer.status} ${route.method} ${url.slice(base.length, 300)} ${(body ?? '').slice(0, 200)} → ${text.slice(0, 200)}`;
};

const inTurn = async (attempts: readonly Attempt[], lanes: number): Promise<string[]> => {
  const wrong: string[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    for (let attempt = attempts[next++]; attempt !== undefined; attempt = attempts[next++]) {
      const found = await tryOut(attempt);
      if (found !== null) wrong.push(found);
    }
  };
  await Promise.all(Array.from({ length: lanes }, run));
  return wrong;
};

test('no address, query or body makes the server fail, answer with a header of the caller, or send him elsewhere', async () => {
  const attempts = app.routes.flatMap(attemptsOn);
  expect(attempts.length).toBeGreaterThan(2000);
  expect(await inTurn(attempts, 8)).toEqual([]);
  const still = await fetch(`${base}/api/v1/auth/me`, { headers: administrator });
  expect(still.status).toBe(200);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
