import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deflatedFrame, textFrame } from './frame.ts';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed();
});
afterEach(() => feed.stop());

const long = (letter: string) => letter.repeat(200_000);

/** A client that asks for a topic and then reads nothing, and the server's end of its connection. */
const stuckReader = async () => {
  const accepted = once(feed.server, 'connection');
  const client = feed.connect(undefined, { perMessageDeflate: false });
  const [socket]: Socket[] = (await accepted) as [Socket];
  if (socket === undefined) throw new Error('no socket');
  await client.next('hello');
  await client.watch('board:a');
  client.webSocket.pause();
  return { client, socket };
};

const fill = async (socket: Socket) => {
  let highest = 0;
  for (let n = 0; (feed.metrics.counts['skipped'] ?? 0) === 0 || n < 200; n++) {
    await feed.put('a', { text: long(String(n % 10)), n });
    highest = Math.max(highest, socket.writableLength);
  }
  return highest;
};

test.each([0, 125, 126, 65_535, 65_536])('L26 a frame of %i bytes has the header of its length', (length) => {
  const frame = textFrame(Buffer.alloc(length));
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  expect(frame.length).toBe(length + header);
});

test('L26 every length of message arrives whole, compressed or not', async () => {
  for (const perMessageDeflate of [true, false]) {
    const client = feed.connect(undefined, { perMessageDeflate });
    await client.next('hello');
    await client.watch('board:a');
    for (const length of [1, 100, 1_000, 10_000, 100_000]) {
      await feed.put('a', { text: 'é'.repeat(length), perMessageDeflate });
      await client.next('update');
      expect(client.state('board:a')?.data).toEqual({ text: 'é'.repeat(length), perMessageDeflate });
    }
  }
});

test('L27 a long message is compressed for who can read it, and only for him', async () => {
  const read = async (options: object) => {
    const accepted = once(feed.server, 'connection');
    const client = feed.connect(undefined, options);
    const [socket]: Socket[] = (await accepted) as [Socket];
    await client.next('hello');
    await client.watch('board:a');
    return socket?.bytesWritten ?? 0;
  };
  feed.board.states.set('a', { text: long('x') });
  expect(await read({ perMessageDeflate: true })).toBeLessThan(10_000);
  expect(await read({ perMessageDeflate: false })).toBeGreaterThan(200_000);
  expect(await read({ perMessageDeflate: { serverMaxWindowBits: 10 } })).toBeGreaterThan(200_000);
});

test('L27 what compression would only lengthen stays as it is', () => {
  expect(deflatedFrame(Buffer.from('{}'))).toBeUndefined();
});

test('L28 what waits for a reader who stopped is bounded, and he goes on from the newest state', async () => {
  const { client, socket } = await stuckReader();
  expect(await fill(socket)).toBeLessThan(262_144 + 2 * 201_000);
  const newest = feed.board.states.get('a');
  client.webSocket.resume();
  await expect.poll(() => client.state('board:a')?.data).toEqual(newest);
  await feed.put('a', { votes: 1 });
  await expect.poll(() => client.state('board:a')?.data).toEqual({ votes: 1 });
});

test('L28 one reader who stopped does not hold up another', async () => {
  const { socket } = await stuckReader();
  const other = feed.connect();
  await other.next('hello');
  await other.watch('board:a');
  await fill(socket);
  await feed.put('a', { votes: 7 });
  await expect.poll(() => other.state('board:a')?.data).toEqual({ votes: 7 });
});

test('L29 a reader who has not caught up after 60 s is cut', async () => {
  const { client, socket } = await stuckReader();
  await fill(socket);
  const gone = once(socket, 'close');
  feed.scheduler.advance(60_000);
  await gone;
  client.webSocket.resume();
  await client.closed;
  expect(feed.metrics.counts['subscriptions']).toBe(0);
});
