// Limits that several processes share, while Redis does not answer: nobody guesses passwords or codes for free.
import { createServer } from 'node:net';
import { systemClock } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../build-app.ts';
import { createTestDatabase } from '../platform/database/testing/create-test-database.ts';
import { openRateLimiter } from '../platform/http/open-rate-limiter.ts';
import { createTestPlatform } from '../platform/testing/create-test-platform.ts';

/** Where somebody listens who never says a word, as a Redis that hangs. */
const silent = createServer((socket) => socket.on('error', () => socket.destroy()));
await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
const address = silent.address();
const redisUrl = `redis://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

const environment = { COMITIUM_RATE_LIMITS: 'true' };
const platform = createTestPlatform(await createTestDatabase(), { environment });
const { log, metrics } = platform;
const rateLimiter = await openRateLimiter({ redisUrl }, { clock: systemClock, log, metrics });
const app = await buildApp({ ...platform, rateLimiter }, {});
await app.start();
const base = await app.server.listen({ port: 0, host: '127.0.0.1' });
afterAll(async () => {
  await app.stop();
  await rateLimiter.close();
  silent.close();
});

const post = async (path: string, body: object): Promise<number> =>
  (
    await fetch(`${base}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).status;

test('passwords', async () => {
  const email = 'esi@example.org';
  const burst = Array.from({ length: 12 }, (_, at) =>
    post('/auth/sign-in', { email, password: `guess ${at}` }),
  );
  expect((await Promise.all(burst)).toSorted()).toEqual([...Array<number>(10).fill(401), 429, 429]);
});

test('codes that are sent, and codes that are tried', async () => {
  const phone = '+995599000001';
  expect(await post('/auth/phone/code', { phone })).toBe(200);
  expect(await post('/auth/phone/code', { phone })).toBe(429);
  const tries = Array.from({ length: 65 }, () =>
    post('/auth/phone/sign-in', { challenge: crypto.randomUUID(), code: '000000' }),
  );
  const statuses = await Promise.all(tries);
  expect(statuses.toSorted()).toEqual([...Array<number>(60).fill(401), ...Array<number>(5).fill(429)]);
  expect((await metrics.rateLimiterFallbacks.get()).values[0]?.value).toBeGreaterThan(0);
});
