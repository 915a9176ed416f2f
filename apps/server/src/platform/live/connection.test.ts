import { liveProtocol } from '@comitium/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed();
});
afterEach(() => feed.stop());

test('L01 the first message is hello, with protocol and heartbeat', async () => {
  const client = feed.connect();
  await client.next('hello');
  expect(client.received[0]).toMatchObject({ op: 'hello', protocol: liveProtocol, heartbeatMs: 25_000 });
});

test.each([
  ['no JSON', 'subscribe!'],
  ['an unknown op', '{"op":"shout"}'],
  ['a topic of another form', '{"op":"subscribe","topic":"Board a"}'],
  ['a negative number', '{"op":"subscribe","topic":"board:a","since":-1}'],
  ['a binary frame', Buffer.from('{"op":"ping","id":1}')],
])('L02 %s closes with 4400', async (_, message) => {
  const client = feed.connect();
  await client.next('hello');
  client.webSocket.send(message);
  expect(await client.closed).toBe(4400);
});

test('L02 a break of the WebSocket protocol closes with 4400', async () => {
  const client = feed.connect();
  await client.next('hello');
  client.webSocket.send(Buffer.from([0xff, 0xfe]), { binary: false });
  expect(await client.closed).toBe(4400);
});

test('L03 a message over 16 KB closes with 4413', async () => {
  const client = feed.connect();
  await client.next('hello');
  client.webSocket.send('x'.repeat(16_385));
  expect(await client.closed).toBe(4413);
});

test('L04 the 85th message at once closes with 4429', async () => {
  const client = feed.connect();
  await client.next('hello');
  for (let id = 0; id < 84; id++) client.say({ op: 'ping', id });
  for (let id = 0; id < 84; id++) expect((await client.next('pong')).id).toBe(id);
  client.say({ op: 'ping', id: 84 });
  expect(await client.closed).toBe(4429);
});

test('L04 20 more are allowed after a second', async () => {
  const client = feed.connect();
  await client.next('hello');
  for (let id = 0; id < 84; id++) client.say({ op: 'ping', id });
  for (let id = 0; id < 84; id++) await client.next('pong');
  feed.scheduler.advance(1_000);
  for (let id = 0; id < 20; id++) await client.settle(id);
  client.say({ op: 'ping', id: 0 });
  expect(await client.closed).toBe(4429);
});

test('L05 a ping is answered with its id', async () => {
  const client = feed.connect();
  client.webSocket.once('open', () => client.say({ op: 'ping', id: 7 }));
  expect((await client.next('pong')).id).toBe(7);
});

test('every connection that ends is counted with its code', async () => {
  const client = feed.connect();
  await client.next('hello');
  expect(feed.metrics.counts['sockets']).toBe(1);
  client.webSocket.send('x');
  await client.closed;
  await expect.poll(() => feed.metrics.counts['closes:4400']).toBe(1);
  expect(feed.metrics.counts['sockets']).toBe(0);
});
