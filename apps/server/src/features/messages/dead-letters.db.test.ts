import type { DeadLetter, PageOf } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { createTestBed, nobody, personWith } from './testing/create-test-bed.ts';
import { startHttpSink } from './testing/start-http-sink.ts';

const db = await createTestDatabase();
const sink = await startHttpSink();
const bed = await createTestBed(db, {
  withWorker: false,
  environment: {
    COMITIUM_SMS_GATEWAY: 'http',
    COMITIUM_SMS_URL: sink.url,
    COMITIUM_SMS_BODY: '{"to":"{to}","text":"{text}"}',
  },
});
bed.door.caller = personWith('platform_administrator');
afterAll(async () => {
  await bed.close();
  await sink.close();
});

const list = async (query = ''): Promise<PageOf<DeadLetter>> =>
  (await bed.server.inject(`/api/v1/dead-letters${query}`)).json();

const decide = (id: string, decision: 'retry' | 'discard', reason = 'the number was mended') =>
  bed.server.inject({ method: 'POST', url: `/api/v1/dead-letters/${id}/${decision}`, payload: { reason } });

const addDead = async (to: string, end: () => void = () => sink.willAnswer(400)): Promise<string> => {
  const id = await bed.send({ to });
  bed.time.now = new Date(bed.time.now.getTime() + 1000);
  end();
  await bed.run('message.deliver', id);
  return id;
};

const eventsOf = (id: string) =>
  db.kysely
    .selectFrom('ledger')
    .select(['type', 'actor', 'reason', 'payload'])
    .where('stream', '=', `message:${id}`)
    .orderBy('id')
    .execute();

test('an administrator sees what failed and why, with masked addresses', async () => {
  const refused = await addDead('+995555123412');
  const unknown = await addDead('+995555123499', () => sink.willHangUp());
  const { items } = await list();
  expect(items.map(({ id }) => id)).toEqual([unknown, refused]);
  expect(items[1]).toMatchObject({
    channel: 'sms',
    template: 'sign_in_code',
    to: '+995 5•• ••• 12',
    reason: 'http_400',
    attempts: 1,
    perhapsDelivered: false,
    expired: false,
  });
  expect(items[0]).toMatchObject({ reason: 'unknown_econnreset', perhapsDelivered: true });
  expect(JSON.stringify(items)).not.toContain('555123');
  const figures = await bed.platform.metrics.registry.metrics();
  expect(figures).toContain('comitium_dead_letters{channel="sms"} 2');
  expect(figures).toContain('comitium_dead_letters{channel="email"} 0');
  expect(figures).toContain('comitium_messages_total{channel="sms",outcome="dead"} 2');
});

test('a list longer than a page goes on where it ended', async () => {
  const first = await list('?limit=1');
  const second = await list(`?limit=1&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
    (await list()).items.map(({ id }) => id),
  );
  expect(second.nextCursor).toBeNull();
  expect((await bed.server.inject('/api/v1/dead-letters?cursor=bm90aGluZw')).json()).toMatchObject({
    code: 'cursor_invalid',
  });
});

test('a retried message is sent from its first attempt, and the ledger knows by whom and why', async () => {
  const id = await addDead('+995555000001');
  expect((await decide(id, 'retry')).statusCode).toBe(204);
  expect(await bed.stateOf(id)).toBe('waiting');
  await bed.run('message.deliver', id);
  expect(await bed.stateOf(id)).toBe('sent');
  const events = await eventsOf(id);
  expect(events.map(({ type }) => type)).toEqual(['message.failed', 'message.retried']);
  expect(events[1]).toMatchObject({ actor: nobody, reason: 'the number was mended' });
  expect(JSON.stringify(events)).not.toContain('000001');
  expect((await decide(id, 'retry')).json()).toMatchObject({ code: 'wrong_state' });
});

test('a discarded message stays away', async () => {
  const id = await addDead('+995555000002');
  expect((await decide(id, 'discard', 'no such number')).statusCode).toBe(204);
  expect(await bed.stateOf(id)).toBe('discarded: http_400');
  expect((await list()).items.some((item) => item.id === id)).toBe(false);
  expect((await eventsOf(id)).at(-1)).toMatchObject({ type: 'message.discarded', reason: 'no such number' });
  expect((await decide(id, 'discard')).json()).toMatchObject({ code: 'wrong_state' });
});

test('a code that is too old cannot be retried', async () => {
  const id = await addDead('+995555000003');
  bed.time.now = new Date(bed.time.now.getTime() + 6 * 60_000);
  expect((await list()).items.find((item) => item.id === id)).toMatchObject({ expired: true });
  expect((await decide(id, 'retry')).json()).toMatchObject({ code: 'wrong_state' });
});

test('after an outage all that is too late is put away at once, an event each; the rest stays', async () => {
  const late = [await addDead('+995555000006'), await addDead('+995555000007')];
  bed.time.now = new Date(bed.time.now.getTime() + 6 * 60_000);
  const fresh = await addDead('+995555000008');
  const discardAll = () =>
    bed.server.inject({
      method: 'POST',
      url: '/api/v1/dead-letters/discard-expired',
      payload: { reason: 'the provider was away' },
    });
  const answer = await discardAll();
  expect(answer.json<{ discarded: number }>().discarded).toBeGreaterThanOrEqual(2);
  for (const id of late) {
    expect(await bed.stateOf(id)).toBe('discarded: http_400');
    expect((await eventsOf(id)).at(-1)).toMatchObject({ actor: nobody, reason: 'the provider was away' });
  }
  expect(await bed.stateOf(fresh)).toBe('dead: http_400');
  expect((await discardAll()).json()).toEqual({ discarded: 0 });
});

test('a reason is asked for, and what is not there is said so', async () => {
  const id = await addDead('+995555000004');
  const short = await decide(id, 'retry', 'ab');
  expect(short.statusCode).toBe(400);
  expect(short.json()).toMatchObject({ errors: [{ path: '/reason' }] });
  expect((await decide('nothing', 'retry')).json()).toMatchObject({ code: 'message_not_found' });
});

test('others see nothing and decide nothing', async () => {
  const id = await addDead('+995555000005');
  bed.door.caller = personWith('election_administrator');
  expect((await bed.server.inject('/api/v1/dead-letters')).statusCode).toBe(403);
  expect((await decide(id, 'discard')).statusCode).toBe(403);
  expect((await decide('discard-expired', 'retry')).statusCode).toBe(403);
  expect(await bed.stateOf(id)).toBe('dead: http_400');
});
