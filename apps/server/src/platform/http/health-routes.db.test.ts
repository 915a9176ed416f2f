import { afterAll, expect, test } from 'vitest';
import { openTestApp } from '../../testing/open-test-app.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';

const one = await openTestApp(await createTestDatabase(), {
  COMITIUM_METRICS_ADDRESSES: '10.1.0.0/16, fd00::/8',
  COMITIUM_RATE_LIMITS: 'true',
  COMITIUM_REQUESTS_PER_CALLER: '20',
});
afterAll(() => one.close());

const metricsFrom = (remoteAddress: string) =>
  one.app.server.inject({ method: 'GET', url: '/metrics', remoteAddress });

test.each(['10.1.200.3', '::ffff:10.1.0.1', 'fd12::1'])('%s may read the metrics', async (address) => {
  const answer = await metricsFrom(address);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('comitium_http_request_seconds');
});

test.each(['10.2.0.1', '127.0.0.1', '2001:db8::1'])('%s may not, and learns no figure', async (address) => {
  const answer = await metricsFrom(address);
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ code: 'forbidden' });
});

test('a header of the caller does not change where he is', async () => {
  const answer = await one.app.server.inject({
    method: 'GET',
    url: '/metrics',
    remoteAddress: '192.0.2.1',
    headers: { 'x-forwarded-for': '10.1.0.1' },
  });
  expect(answer.statusCode).toBe(403);
});

test('probes are answered where a caller has spent his requests', async () => {
  const ask = (url: string) => one.app.server.inject({ method: 'GET', url, remoteAddress: '10.1.7.7' });
  for (let asked = 0; asked < 20; asked += 1) await ask('/api/v1/elections');
  const refused = await ask('/api/v1/elections');
  expect(refused.statusCode).toBe(429);
  const seconds = refused.headers['retry-after'];
  expect(refused.headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'ratelimit-policy': '"default";q=20;w=60',
    ratelimit: `"default";r=0;t=${seconds}`,
  });
  const detail = `At most 20 of these requests a minute are served; try again in ${seconds} s.`;
  expect(refused.json()).toMatchObject({ code: 'rate_limited', detail });
  for (const probe of ['/healthz', '/readyz', '/metrics']) expect((await ask(probe)).statusCode).toBe(200);
});
