import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed({ connectionsPerAddress: 4, connectionsPerAccount: 2 });
});
afterEach(() => feed.stop());

test('L06 one connection too many from an address closes with 4429, and one that ends makes room', async () => {
  const clients = Array.from({ length: 4 }, () => feed.connect());
  for (const client of clients) await client.next('hello');
  expect(await feed.connect().closed).toBe(4429);
  expect((await fetch(`${feed.httpUrl}/live/events?topic=board:a`)).status).toBe(429);
  await clients[0]?.close();
  await expect.poll(() => feed.metrics.counts['sockets']).toBe(3);
  expect((await feed.connect().next('hello')).op).toBe('hello');
});

test('L06 one connection too many of an account closes with 4429, and its address is not charged', async () => {
  const held = [feed.connect(feed.ticket('ama')), feed.connect(feed.ticket('ama'))];
  for (const client of held) await client.next('hello');
  expect(await feed.connect(feed.ticket('ama')).closed).toBe(4429);
  for (const _ of [1, 2]) await feed.connect().next('hello');
  expect(await feed.connect().closed).toBe(4429);
});

test('L07 a ticket lets its user watch, once', async () => {
  const ticket = feed.ticket('ama');
  const client = feed.connect(ticket);
  await client.next('hello');
  expect((await client.watch('desk:a')).data).toEqual({ votes: 0 });
  expect(await feed.connect(ticket).closed).toBe(4401);
});

test('L07 a ticket that is not good closes with 4401 and says nothing before', async () => {
  const client = feed.connect('made-up');
  expect(await client.closed).toBe(4401);
  expect(client.received).toEqual([]);
  expect((await fetch(`${feed.httpUrl}/live/state?topic=board:a&ticket=made-up`)).status).toBe(401);
});

test('L07 while tickets cannot be looked at the client is asked to come back, and its address is not charged', async () => {
  for (const _ of [1, 2, 3, 4, 5]) expect(await feed.connect('broken').closed).toBe(4503);
  expect((await fetch(`${feed.httpUrl}/live/events?topic=board:a&ticket=broken`)).status).toBe(503);
  expect(feed.errors).toHaveLength(6);
});

test('L08 the end of the login closes with 4401', async () => {
  const expiresAt = new Date(feed.scheduler.now() + 10_000);
  const client = feed.connect(feed.ticket('ama', expiresAt));
  await client.next('hello');
  feed.scheduler.advance(9_999);
  await client.settle();
  feed.scheduler.advance(1);
  expect(await client.closed).toBe(4401);
});

test('L08 a login that lasts for years is not cut by a timer that cannot', async () => {
  const expiresAt = new Date(feed.scheduler.now() + 400 * 86_400_000);
  const client = feed.connect(feed.ticket('ama', expiresAt), { autoPong: false });
  await client.next('hello');
  await feed.hub.recheck();
  await client.settle();
  expect(client.webSocket.readyState).toBe(client.webSocket.OPEN);
});

test('L08 signing out closes the connections of that user only', async () => {
  const [ama, kofi] = [feed.connect(feed.ticket('ama')), feed.connect(feed.ticket('kofi'))];
  await ama.next('hello');
  await kofi.next('hello');
  feed.hub.signOut('ama');
  expect(await ama.closed).toBe(4401);
  await kofi.settle();
});
