import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed();
});
afterEach(() => feed.stop());

const beatMs = 25_000;

test('L09 every 25 s comes a heartbeat with the time, and a ping', async () => {
  const client = feed.connect();
  await client.next('hello');
  const pinged = once(client.webSocket, 'ping');
  feed.scheduler.advance(beatMs);
  expect((await client.next('heartbeat')).at).toBe('2024-12-07T00:00:25.000Z');
  await pinged;
});

test('L09 who shows no sign of life for two beats is cut at the third', async () => {
  const client = feed.connect(undefined, { autoPong: false });
  await client.next('hello');
  await client.watch('board:a');
  for (const _ of [1, 2]) {
    feed.scheduler.advance(beatMs);
    await client.next('heartbeat');
  }
  feed.scheduler.advance(beatMs);
  expect(await client.closed).toBe(1006);
});

test('L09 who only listens, and answers pings, stays', async () => {
  const client = feed.connect();
  await client.next('hello');
  await client.watch('board:a');
  for (const _ of [1, 2, 3, 4]) {
    feed.scheduler.advance(beatMs);
    await client.next('heartbeat');
    await client.settle();
  }
});

test('L09 who watches nothing for two beats is closed with 4408 at the third', async () => {
  const client = feed.connect();
  await client.next('hello');
  for (const _ of [1, 2]) {
    feed.scheduler.advance(beatMs);
    await client.settle();
  }
  feed.scheduler.advance(beatMs);
  expect(await client.closed).toBe(4408);
});

test('L10 a drain sends everyone away, evenly spread, and lets nobody in', async () => {
  const clients = [feed.connect(), feed.connect()] as const;
  for (const client of clients) await client.next('hello');
  const drained = feed.hub.drain();
  feed.scheduler.advance(0);
  expect(await clients[0].closed).toBe(4503);
  await clients[1].settle();
  const late = feed.connect();
  await late.closed;
  expect(late.error?.message).toContain('503');
  feed.scheduler.advance(2_500);
  expect(await clients[1].closed).toBe(4503);
  await drained;
});

test('L10 who does not go is cut', async () => {
  const client = feed.connect();
  await client.next('hello');
  client.webSocket.pause();
  const drained = feed.hub.drain();
  feed.scheduler.advance(10_000);
  await drained;
  client.webSocket.resume();
  await client.closed;
  expect(feed.metrics.counts['sockets']).toBe(0);
});

test('L10 a drain with nobody there ends at once', async () => {
  await feed.hub.drain();
  expect(feed.hub.draining).toBe(true);
});
