import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { createTestBed } from './testing/create-test-bed.ts';

const db = await createTestDatabase();
const production = await createTestBed(db, { withWorker: false, environment: { NODE_ENV: 'production' } });
const development = await createTestBed(db, { withWorker: false });
afterAll(() => Promise.all([production.close(), development.close()]));

test('in production there is no mailbox: no route, and nothing is put there', async () => {
  const id = await production.send();
  await production.run('message.deliver', id);
  expect(await production.stateOf(id)).toBe('dead: no_gateway');
  expect((await production.server.inject('/api/v1/dev/mailbox')).statusCode).toBe(404);
  expect(production.messages.routes?.some(({ path }) => path.includes('mailbox'))).toBe(false);
  expect(await db.kysely.selectFrom('mailbox_item').select('id').execute()).toEqual([]);
  expect(['sms', 'email', 'push'].map((channel) => production.messages.offers(channel as 'sms'))).toEqual([
    false,
    false,
    false,
  ]);
});

test('elsewhere it is read from this machine, and from no other', async () => {
  const id = await development.send();
  await development.run('message.deliver', id);
  expect((await development.readMailbox()).map((item) => item.id)).toEqual([id]);
  const far = await development.server.inject({ url: '/api/v1/dev/mailbox', remoteAddress: '192.0.2.7' });
  expect(far.statusCode).toBe(404);
  const relayed = await development.server.inject({
    url: '/api/v1/dev/mailbox',
    headers: { 'x-forwarded-for': '192.0.2.7' },
  });
  expect(relayed.statusCode).toBe(404);
});
