import { afterEach, beforeEach, expect, test } from 'vitest';
import { BoardTopic } from './testing/board-topic.ts';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed();
});
afterEach(() => feed.stop());

const connected = async (ticket?: string) => {
  const client = feed.connect(ticket);
  await client.next('hello');
  return client;
};

test('L11 a topic without an access rule does not start', () => {
  // What the type forbids must also fail for who gets round it.
  const careless = { ...new BoardTopic(), name: 'careless', access: undefined } as unknown as BoardTopic;
  expect(() => feed.hub.register(careless)).toThrow('no access rule');
  expect(() => feed.hub.register(new BoardTopic('map', { kind: 'restricted', rule: '' }))).toThrow('empty');
  expect(() => feed.hub.register(new BoardTopic('board'))).toThrow('twice');
  expect(() => feed.hub.register(new BoardTopic('Board 2'))).toThrow('not a topic name');
});

test('L12 a subscription begins with the whole state and goes on with updates', async () => {
  const client = await connected();
  const first = await client.watch('board:a');
  expect(first.data).toEqual({ votes: 0 });
  await feed.put('a', { votes: 1, leader: 'x' });
  expect(await client.next('update')).toMatchObject({ prev: first.seq, data: { votes: 1, leader: 'x' } });
});

test('L12 after unsubscribed nothing of the topic follows', async () => {
  const client = await connected();
  await client.watch('board:a');
  client.say({ op: 'unsubscribe', topic: 'board:a' });
  expect((await client.next('unsubscribed')).topic).toBe('board:a');
  await feed.put('a', { votes: 1 });
  await client.settle();
  expect(client.received.filter(({ op }) => op === 'update')).toEqual([]);
});

test('L12 a subscription given up while it is being opened sends nothing', async () => {
  const gate = Promise.withResolvers<void>();
  feed.board.gate = gate.promise;
  const client = await connected();
  client.say({ op: 'subscribe', topic: 'board:a' });
  client.say({ op: 'unsubscribe', topic: 'board:a' });
  await client.next('unsubscribed');
  gate.resolve();
  await client.settle();
  expect(client.received.map(({ op }) => op)).toEqual(['hello', 'unsubscribed', 'pong']);
  expect(feed.metrics.counts['subscriptions'] ?? 0).toBe(0);
});

test('L13 what is not there answers an error; the connection stays', async () => {
  const client = await connected();
  for (const topic of ['board:no-such', 'nothing:a', 'constructor']) {
    client.say({ op: 'subscribe', topic });
    expect(await client.next('error')).toMatchObject({ code: 'topic_not_found', topic });
  }
  await client.settle();
});

test('L14 an anonymous viewer is refused before anybody is asked', async () => {
  const client = await connected();
  client.say({ op: 'subscribe', topic: 'desk:a' });
  expect(await client.next('error')).toMatchObject({ code: 'unauthenticated', topic: 'desk:a' });
  expect(feed.desk.snapshots).toBe(0);
});

test('L14 who may not watch is refused, and no snapshot is taken for him', async () => {
  feed.desk.barred.add('ama');
  const client = await connected(feed.ticket('ama'));
  client.say({ op: 'subscribe', topic: 'desk:a' });
  expect(await client.next('error')).toMatchObject({ code: 'forbidden', topic: 'desk:a' });
  expect(feed.desk.snapshots).toBe(0);
});

test('L15 a lost right ends its topic and leaves the others', async () => {
  const client = await connected(feed.ticket('ama'));
  await client.watch('desk:a');
  await client.watch('board:a');
  feed.desk.barred.add('ama');
  await feed.hub.recheck('kofi');
  await feed.hub.recheck('ama');
  expect(await client.next('error')).toMatchObject({ code: 'forbidden', topic: 'desk:a' });
  await feed.put('a', { votes: 5 });
  expect((await client.next('update')).topic).toBe('board:a');
});

test('L15 a connection that has nothing left closes with 4403', async () => {
  const client = await connected(feed.ticket('ama'));
  await client.watch('desk:a');
  feed.desk.barred.add('ama');
  await feed.hub.recheck();
  expect(await client.closed).toBe(4403);
});

test('L15 a right taken away while the topic is being opened counts', async () => {
  const gate = Promise.withResolvers<void>();
  feed.desk.gate = gate.promise;
  const client = await connected(feed.ticket('ama'));
  client.say({ op: 'subscribe', topic: 'desk:a' });
  await expect.poll(() => feed.desk.snapshots).toBe(1);
  feed.desk.barred.add('ama');
  await feed.hub.recheck('ama');
  gate.resolve();
  expect(await client.next('error')).toMatchObject({ code: 'forbidden' });
});

test('L16 the 65th topic closes with 4429', async () => {
  const client = await connected();
  for (let n = 0; n < 64; n++) await client.watch(`board:b${n}`);
  client.say({ op: 'subscribe', topic: 'board:b64' });
  expect(await client.closed).toBe(4429);
});

test('L17 subscribing again begins anew', async () => {
  const client = await connected();
  const first = await client.watch('board:a');
  expect(await client.watch('board:a')).toEqual(first);
  await feed.put('a', { votes: 1 });
  await client.next('update');
  await client.settle();
  expect(client.received.filter(({ op }) => op === 'update')).toHaveLength(1);
});
