import { liveProtocol } from '@comitium/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed();
});
afterEach(() => feed.stop());

test('L01 the first message is hello, with protocol and heartbeat', async () => {
  const hello = await feed.connect().next('hello');
  expect(hello).toMatchObject({ protocol: liveProtocol, heartbeatMs: 25_000 });
});

test('L05 a subscription begins with the whole state and goes on with updates that continue it', async () => {
  const client = feed.connect();
  await client.next('hello');
  const first = await client.watch('board:a');
  expect(first.data).toEqual({ votes: 0 });
  await feed.put('a', { votes: 1, leader: 'x' });
  expect(await client.next('update')).toMatchObject({ prev: first.seq, data: { votes: 1, leader: 'x' } });
  await feed.put('a', { leader: 'x' });
  expect(await client.next('update')).toMatchObject({ data: { votes: null } });
  expect(client.state('board:a')?.data).toEqual({ leader: 'x' });
});
