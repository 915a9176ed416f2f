import type { UserId } from '@comitium/basics';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createTestBed } from './testing/create-test-bed.ts';
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
afterAll(async () => {
  await bed.close();
  await sink.close();
});

const deliver = (id: string) => bed.run('message.deliver', id);

/** Milliseconds from the bed's now to the next attempt. */
const nextIn = async (id: string): Promise<number> => {
  const { rows } = await sql<{ at: Date }>`
    select run_at as at from graphile_worker._private_jobs where key = ${`message:${id}`}`.execute(db.kysely);
  return (rows[0]?.at.getTime() ?? 0) - bed.time.now.getTime();
};

const sample = async (): Promise<string> =>
  bed.platform.metrics.registry.getSingleMetricAsString('comitium_messages_total');

test('a busy gateway is asked again, later each time, and the message then arrives once', async () => {
  const id = await bed.send({
    template: 'invitation',
    values: { link: 'https://a.example', role: 'viewer', inviter: 'Esi' },
  });
  sink.willAnswer(503);
  sink.willAnswer(503);
  await deliver(id);
  expect(await bed.stateOf(id)).toBe('waiting: http_503');
  const first = await nextIn(id);
  expect(first).toBeGreaterThanOrEqual(2_000);
  expect(first).toBeLessThanOrEqual(4_000);
  await deliver(id);
  const second = await nextIn(id);
  expect(second).toBeGreaterThanOrEqual(4_000);
  expect(second).toBeLessThanOrEqual(8_000);
  await deliver(id);
  await deliver(id);
  expect(await bed.stateOf(id)).toBe('sent');
  expect(sink.requests).toHaveLength(3);
  expect(await sample()).toMatch(/channel="sms",outcome="failed"\} 2[\s\S]*channel="sms",outcome="sent"\} 1/);
});

test('a code that could only come too late is given up, and never sent after its life', async () => {
  const before = sink.requests.length;
  const id = await bed.send();
  sink.willAnswer(503, '', { 'retry-after': '600' });
  await deliver(id);
  expect(await bed.stateOf(id)).toBe('expired: http_503');
  const late = await bed.send();
  bed.time.now = new Date(bed.time.now.getTime() + 5 * 60_000);
  await deliver(late);
  expect(await bed.stateOf(late)).toBe('expired');
  expect(sink.requests.length).toBe(before + 1);
});

test('two workers with the same message hand it over once', async () => {
  const before = sink.requests.length;
  const id = await bed.send();
  await Promise.all([deliver(id), deliver(id), deliver(id)]);
  expect(sink.requests.length).toBe(before + 1);
});

test('the person’s export tells what is kept, without codes; the deletion ends what still waits', async () => {
  const personId = '01900000-0000-7000-8000-000000000001' as UserId;
  const id = await bed.send({ personId });
  const { personalData } = bed.messages;
  const kept = await personalData?.collect(personId);
  expect(kept).toMatchObject({
    messages: [{ channel: 'sms', template: 'sign_in_code', state: 'waiting', to: '+995555123412' }],
    pushServices: [],
  });
  expect(JSON.stringify(kept)).not.toContain('042917');
  const before = sink.requests.length;
  await inTransaction(db, async (tx) => personalData?.erase(tx, personId));
  await deliver(id);
  expect(await bed.stateOf(id)).toBe('expired: erased');
  expect(sink.requests.length).toBe(before);
  expect(await personalData?.collect(personId)).toEqual({ messages: [], pushServices: [] });
});

test('content is erased a day after delivery, dead letters after a month, their keys stay taken', async () => {
  const sent = await bed.send({ key: 'kept' });
  await deliver(sent);
  sink.willAnswer(400);
  const dead = await bed.send();
  await deliver(dead);
  const sealedOf = async (id: string) =>
    (await db.kysely.selectFrom('message').select('sealed').where('id', '=', id).executeTakeFirst())
      ?.sealed ?? null;
  const dayMs = 86_400_000;
  await bed.run('messages.erase');
  expect(await sealedOf(sent)).not.toBeNull();
  bed.time.now = new Date(bed.time.now.getTime() + dayMs + 1);
  await bed.run('messages.erase');
  expect([await sealedOf(sent), await bed.stateOf(dead)]).toEqual([null, 'dead: http_400']);
  expect(await sealedOf(dead)).not.toBeNull();
  expect(await bed.send({ key: 'kept' })).toBe(sent);
  bed.time.now = new Date(bed.time.now.getTime() + 30 * dayMs);
  await bed.run('messages.erase');
  bed.time.now = new Date(bed.time.now.getTime() + dayMs + 1);
  await bed.run('messages.erase');
  expect([await sealedOf(dead), await bed.stateOf(dead)]).toEqual([null, 'discarded: http_400']);
});
