import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { JsonObject } from '@comitium/contract';
import { EventSource } from 'undici';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createLiveFeed,
  type LiveFeed,
  type LiveFeedOptions,
  type WatchState,
} from '../../../../../packages/client/src/live/index.ts';
import { HeldScheduler } from './testing/held-scheduler.ts';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
let client: LiveFeed;
let timers: HeldScheduler;
let sockets: Socket[];
beforeEach(async () => {
  feed = await startFeed();
  timers = new HeldScheduler();
  sockets = [];
  feed.server.on('connection', (socket: Socket) => sockets.push(socket));
});
afterEach(async () => {
  client.close();
  await feed.stop();
});

const newClient = (options: Partial<LiveFeedOptions> = {}) => {
  client = createLiveFeed({ url: feed.httpUrl, timers, random: () => 0.5, ...options });
  return client;
};

/** Everything that a page is told, and the newest of it. */
const watch = (topic: string) => {
  const states: WatchState[] = [];
  const stop = client.watch(topic, (state) => states.push(state));
  const until = async (part: Partial<WatchState>) => {
    await expect.poll(() => states.at(-1), { interval: 5 }).toMatchObject(part);
  };
  return { states, stop, until };
};

const put = (data: JsonObject) => feed.put('a', data);
const cutSockets = () => {
  for (const socket of sockets.splice(0)) socket.destroy();
};

/** A socket class that a firewall has in its hand. */
class BlockedWebSocket extends WebSocket {
  static blocked = true;

  constructor(url: string | URL) {
    super(BlockedWebSocket.blocked ? 'ws://127.0.0.1:1/' : url);
  }
}

test('L33 a page is told that it connects, then the state, then every change', async () => {
  newClient();
  const page = watch('board:a');
  expect(page.states).toEqual([
    { status: 'connecting', data: undefined, seq: undefined, receivedAt: undefined },
  ]);
  await page.until({ status: 'live', data: { votes: 0 } });
  await put({ votes: 5 });
  await page.until({ status: 'live', data: { votes: 5 }, receivedAt: timers.now() });
});

test('L33 all topics share one socket, and a topic nobody watches is left', async () => {
  newClient();
  const pages = [watch('board:a'), watch('board:b'), watch('board:a')];
  for (const page of pages) await page.until({ status: 'live' });
  expect(feed.metrics.counts).toMatchObject({ sockets: 1, subscriptions: 2 });
  pages[0]?.stop();
  pages[1]?.stop();
  await expect.poll(() => feed.metrics.counts['subscriptions']).toBe(1);
  pages[2]?.stop();
  await expect.poll(() => feed.metrics.counts['subscriptions']).toBe(0);
  timers.advance(5_000);
  await expect.poll(() => feed.metrics.counts['sockets']).toBe(0);
});

test('L34 after a cut the page is stale, comes back with what it holds, and misses nothing', async () => {
  newClient();
  const long = 'x'.repeat(500);
  feed.board.states.set('a', { votes: 0, long });
  const page = watch('board:a');
  await page.until({ status: 'live' });
  cutSockets();
  await page.until({ status: 'stale', data: { votes: 0, long } });
  await put({ votes: 1, long });
  timers.advance(1_000);
  await page.until({ status: 'live', data: { votes: 1, long } });
});

test('L34 a page is offline after three attempts in vain, and live when the server is back', async () => {
  newClient({ WebSocket: BlockedWebSocket, EventSource: null });
  BlockedWebSocket.blocked = false;
  const page = watch('board:a');
  await page.until({ status: 'live' });
  BlockedWebSocket.blocked = true;
  cutSockets();
  await page.until({ status: 'stale' });
  for (let attempt = 0; page.states.at(-1)?.status !== 'offline' && attempt < 3; attempt++) {
    const opened = timers.waiting;
    timers.advance(30_000);
    await expect.poll(() => timers.waiting).toBe(opened);
  }
  await page.until({ status: 'offline', data: { votes: 0 } });
  BlockedWebSocket.blocked = false;
  client.reconnect();
  await page.until({ status: 'live' });
});

test('L34 who is sent away by a drain comes back between 0.5 and 5 s later', async () => {
  newClient();
  const page = watch('board:a');
  await page.until({ status: 'live' });
  const drained = feed.hub.drain();
  feed.scheduler.advance(0);
  await page.until({ status: 'stale' });
  await drained;
  let attempts = 0;
  feed.server.on('upgrade', () => attempts++);
  timers.advance(500 + 0.5 * 4_500 - 1);
  expect(timers.waiting).toBe(1);
  expect(attempts).toBe(0);
  timers.advance(1);
  await expect.poll(() => attempts).toBe(1);
});

test('L34 a silent server is left after one and a half heartbeats', async () => {
  newClient();
  const page = watch('board:a');
  await page.until({ status: 'live' });
  timers.advance(37_499);
  expect(page.states.at(-1)?.status).toBe('live');
  timers.advance(37_500);
  await page.until({ status: 'stale' });
});

test('L35 a gap is mended by beginning anew', async () => {
  newClient();
  const page = watch('board:a');
  await page.until({ status: 'live' });
  const [stray] = await strayUpdate();
  expect(stray).toBe(true);
  await page.until({ status: 'live', data: { votes: 0 } });
  await put({ votes: 2 });
  await page.until({ data: { votes: 2 } });
});

/** Sends every socket an update that continues nothing. */
const strayUpdate = async () => {
  const { textFrame } = await import('./frame.ts');
  const update = { op: 'update', topic: 'board:a', seq: 9, prev: 8, data: { votes: 99 } };
  return sockets.map((socket) => socket.write(textFrame(Buffer.from(JSON.stringify(update)))));
};

test('L36 an ended login is mended with one new ticket', async () => {
  let asked = 0;
  newClient({ getTicket: async () => feed.ticket(`ama-${asked++}`) });
  const page = watch('desk:a');
  await page.until({ status: 'live' });
  feed.hub.signOut('ama-0');
  await expect.poll(() => asked).toBe(2);
  await page.until({ status: 'live' });
});

test('L36 a second refusal is reported, and a sign-in mends it', async () => {
  let ticket = 'made-up';
  let asked = 0;
  newClient({
    getTicket: async () => {
      asked++;
      return ticket;
    },
  });
  const page = watch('desk:a');
  await page.until({ status: 'offline', error: { code: 'unauthenticated', message: 'Sign in again' } });
  expect(asked).toBe(2);
  ticket = feed.ticket('ama');
  client.reconnect();
  await page.until({ status: 'live' });
  expect(page.states.at(-1)?.error).toBeUndefined();
});

test('L36 a topic that is refused says why and leaves the others alone', async () => {
  newClient();
  const [desk, board] = [watch('desk:a'), watch('board:a')];
  await board.until({ status: 'live' });
  await desk.until({ status: 'offline', error: { code: 'unauthenticated', message: expect.any(String) } });
});

test.each([
  ['live', { EventSource }],
  ['polling', { EventSource: null }],
] as const)(
  'L37 where sockets are blocked the page is %s, and a socket is taken when it works',
  async (status, parts) => {
    BlockedWebSocket.blocked = true;
    newClient({ WebSocket: BlockedWebSocket, ...(parts as Partial<LiveFeedOptions>) });
    const page = watch('board:a');
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect.poll(() => timers.waiting).toBe(1);
      timers.advance(2_000 * 2 ** attempt);
    }
    await page.until({ status, data: { votes: 0 } });
    expect(feed.metrics.counts['sockets'] ?? 0).toBe(0);
    await put({ votes: 3 });
    timers.advance(7_000);
    feed.scheduler.advance(1_000);
    await page.until({ status, data: { votes: 3 } });
    BlockedWebSocket.blocked = false;
    timers.advance(60_000);
    await expect.poll(() => feed.metrics.counts['sockets']).toBe(1);
    await put({ votes: 4 });
    await page.until({ status: 'live', data: { votes: 4 } });
    await expect.poll(() => feed.metrics.counts['streams'] ?? 0).toBe(0);
  },
);

test('L37 polling tells of refusals as the socket does', async () => {
  newClient({ WebSocket: null, EventSource: null });
  const page = watch('board:no-such');
  await page.until({ status: 'offline', error: { code: 'topic_not_found', message: 'No such board' } });
});

test('L37 a refused stream is told of by its reason', async () => {
  newClient({ WebSocket: null, EventSource: EventSource as unknown as typeof globalThis.EventSource });
  const [bad, good] = [watch('board:no-such'), watch('board:a')];
  await bad.until({ status: 'offline', error: { code: 'topic_not_found', message: 'No such board' } });
  await good.until({ status: 'live' });
});

test('closing ends everything', async () => {
  newClient();
  const page = watch('board:a');
  await page.until({ status: 'live' });
  const [socket] = sockets;
  if (socket === undefined) throw new Error('no socket');
  const gone = once(socket, 'close');
  client.close();
  await gone;
  expect(timers.waiting).toBe(0);
});
