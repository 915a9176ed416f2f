import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed();
});
afterEach(() => feed.stop());

const connected = async () => {
  const client = feed.connect();
  await client.next('hello');
  return client;
};

test('L18 many who come at once share one snapshot', async () => {
  const gate = Promise.withResolvers<void>();
  feed.board.gate = gate.promise;
  const clients = await Promise.all(Array.from({ length: 10 }, connected));
  const states = clients.map((client) => client.watch('board:a'));
  await expect.poll(() => feed.board.snapshots).toBe(1);
  for (const client of clients) await client.settle();
  gate.resolve();
  expect(new Set((await Promise.all(states)).map(({ seq }) => seq)).size).toBe(1);
  expect(feed.board.snapshots).toBe(1);
});

test('L19 through any changes the client equals a fresh snapshot', async () => {
  const client = await connected();
  await client.watch('board:a');
  const states = [
    { a: { b: 1, c: [1, 2] } },
    { a: { b: 1 } },
    { a: 'text', d: {} },
    {},
    { a: { b: { c: 3 } } },
  ];
  for (const state of states) {
    await feed.put('a', state);
    await client.next('update');
    expect(client.state('board:a')?.data).toEqual(state);
  }
});

test('L20 a null member is reported and never sent', async () => {
  const client = await connected();
  await client.watch('board:a');
  await feed.put('a', { votes: { x: null } });
  await client.settle();
  expect(String(feed.errors[0])).toContain('null member at /votes/x');
  expect(client.state('board:a')?.data).toEqual({ votes: 0 });
});

test('L21 updates keep to the rate and carry the newest state', async () => {
  const client = await connected();
  await client.watch('board:a');
  for (const votes of [1, 2, 3]) {
    feed.board.states.set('a', { votes });
    feed.hub.touch('board:a');
  }
  feed.scheduler.advance(249);
  await client.settle();
  expect(feed.board.snapshots).toBe(1);
  feed.scheduler.advance(1);
  expect((await client.next('update')).data).toEqual({ votes: 3 });
  expect(feed.board.snapshots).toBe(2);
});

test('L21 after a quiet time a touch is answered at once', async () => {
  const client = await connected();
  await client.watch('board:a');
  feed.scheduler.advance(10_000);
  feed.board.states.set('a', { votes: 9 });
  feed.hub.touch(({ name, params }) => name === 'board' && params === 'a');
  feed.scheduler.advance(0);
  expect((await client.next('update')).data).toEqual({ votes: 9 });
});

test('L21 nothing is sent when nothing differs', async () => {
  const client = await connected();
  await client.watch('board:a');
  await feed.put('a', { votes: 0 });
  await client.settle();
  expect(client.received.filter(({ op }) => op === 'update')).toEqual([]);
});

test('L21 a touch during a snapshot leads to another', async () => {
  const client = await connected();
  await client.watch('board:a');
  const gate = Promise.withResolvers<void>();
  feed.board.gate = gate.promise;
  feed.board.states.set('a', { votes: 1 });
  feed.hub.touch('board:a');
  feed.scheduler.advance(250);
  feed.board.states.set('a', { votes: 2 });
  feed.hub.touch('board:a');
  gate.resolve();
  expect((await client.next('update')).data).toEqual({ votes: 1 });
  feed.scheduler.advance(250);
  expect((await client.next('update')).data).toEqual({ votes: 2 });
});

test('L22 touching what nobody watches asks nothing, and who comes back sees the present', async () => {
  const client = await connected();
  feed.board.states.set('a', { votes: 0, long: 'x'.repeat(400) });
  const before = await client.watch('board:a');
  client.say({ op: 'unsubscribe', topic: 'board:a' });
  await client.next('unsubscribed');
  feed.board.states.set('a', { votes: 4, long: 'x'.repeat(400) });
  feed.hub.touch('board:a');
  feed.hub.touch('board:never-watched');
  feed.scheduler.advance(20_000);
  await client.settle();
  expect(feed.board.snapshots).toBe(1);
  client.say({ op: 'subscribe', topic: 'board:a', since: before.seq });
  expect(await client.next('update')).toMatchObject({ prev: before.seq, data: { votes: 4 } });
});

test('L22 a topic is forgotten 30 s after its last watcher', async () => {
  const client = await connected();
  const before = await client.watch('board:a');
  client.say({ op: 'unsubscribe', topic: 'board:a' });
  await client.next('unsubscribed');
  expect(feed.metrics.counts['topics']).toBe(1);
  feed.scheduler.advance(30_000);
  expect(feed.metrics.counts['topics']).toBe(0);
  expect((await client.watch('board:a')).seq).toBeGreaterThan(before.seq);
});

test('L23 a failing snapshot is tried again, later each time; watchers keep what they have', async () => {
  const client = await connected();
  await client.watch('board:a');
  feed.board.failure = new Error('the database is away');
  feed.board.states.set('a', { votes: 1 });
  feed.hub.touch('board:a');
  for (const [waitMs, tries] of [
    [250, 2],
    [500, 3],
    [1_000, 4],
  ] as const) {
    feed.scheduler.advance(waitMs);
    await expect.poll(() => feed.errors.length).toBe(tries - 1);
    expect(feed.board.snapshots).toBe(tries);
  }
  feed.board.failure = undefined;
  feed.scheduler.advance(2_000);
  expect((await client.next('update')).data).toEqual({ votes: 1 });
});

test('L23 who waits for a first state that fails is told, and may try again', async () => {
  const client = await connected();
  feed.board.failure = new Error('the database is away');
  client.say({ op: 'subscribe', topic: 'board:a' });
  expect(await client.next('error')).toMatchObject({ code: 'internal_error', topic: 'board:a' });
  feed.board.failure = undefined;
  expect((await client.watch('board:a')).data).toEqual({ votes: 0 });
});
