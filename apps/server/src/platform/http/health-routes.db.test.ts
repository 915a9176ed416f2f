import { afterAll, expect, test } from 'vitest';
import { openTestApp } from '../../testing/open-test-app.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';

const one = await openTestApp(await createTestDatabase(), {
  COMITIUM_METRICS_ADDRESSES: '10.1.0.0/16, fd00::/8',
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
