import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLiveFeed, type WatchState } from '../../../../../packages/client/src/live/index.ts';
import type { FeedClient } from './testing/feed-client.ts';
import { HeldScheduler } from './testing/held-scheduler.ts';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  // No heartbeats: time jumps here, and nobody could answer a ping in between.
  const unlimited = { heartbeatMs: 1e12, connectionsPerAddress: 1_000, messagesPerSecond: 1_000 };
  feed = await startFeed({ historyUpdates: 3, ...unlimited });
});
afterEach(() => feed.stop());

const topic = 'board:a';

/** What can happen to a board and to a client of it, in any order. */
type Happening =
  | 'change'
  | 'touch'
  | 'tick'
  | 'subscribe'
  | 'resume'
  | 'unsubscribe'
  | 'stop reading'
  | 'read'
  | 'hop'
  | 'wait';
const happenings: Happening[] = [
  'change',
  'touch',
  'tick',
  'subscribe',
  'resume',
  'unsubscribe',
  'stop reading',
  'read',
  'hop',
  'wait',
];

const happen = async (what: Happening, client: FeedClient, turn: number): Promise<void> => {
  switch (what) {
    case 'change':
      feed.board.states.set('a', {
        turn,
        [`k${turn % 5}`]: { deep: turn },
        long: 'x'.repeat(turn % 3 === 0 ? 400 : 2),
      });
      feed.hub.touch(topic);
      return;
    case 'touch':
      feed.hub.touch(topic);
      return;
    case 'tick':
      feed.scheduler.advance(250);
      return;
    case 'subscribe':
      client.say({ op: 'subscribe', topic });
      return;
    case 'resume': {
      const since = client.state(topic)?.seq;
      client.say({ op: 'subscribe', topic, ...(since === undefined ? {} : { since }) });
      return;
    }
    case 'unsubscribe':
      client.say({ op: 'unsubscribe', topic });
      return;
    case 'stop reading':
      client.webSocket.pause();
      return;
    case 'read':
      client.webSocket.resume();
      return;
    case 'hop':
      await new Promise(setImmediate);
      return;
    case 'wait':
      feed.scheduler.advance(31_000);
      return;
  }
};

const anyOrder = fc.asyncProperty(
  fc.array(fc.constantFrom(...happenings), { maxLength: 40 }),
  async (order) => {
    const client = feed.connect();
    await client.next('hello');
    for (const [turn, what] of order.entries()) await happen(what, client, turn);
    client.webSocket.resume();
    const since = client.state(topic)?.seq;
    client.say({ op: 'subscribe', topic, ...(since === undefined ? {} : { since }) });
    await client.settle(1);
    await feed.hub.flush(topic);
    await client.settle(2);
    await expect.poll(() => client.state(topic)?.data).toEqual(await feed.board.snapshot('a'));
    await client.close();
  },
);

test('L19 in whatever order things happen, the chain never breaks and the end is the present', async () => {
  await fc.assert(anyOrder, { numRuns: 60 });
}, 30_000);

test('L34 through cuts in any order the page ends at the present', async () => {
  const sockets = new Set<{ destroy(): void }>();
  feed.server.on('connection', (socket) => sockets.add(socket));
  const timers = new HeldScheduler();
  const page = createLiveFeed({ url: feed.httpUrl, timers, EventSource: null });
  let shown: WatchState | undefined;
  page.watch(topic, (state) => {
    shown = state;
  });
  for (let turn = 0; turn < 60; turn++) {
    feed.board.states.set('a', { turn, [`k${turn % 7}`]: turn });
    feed.hub.touch(topic);
    if (turn % 4 === 0) await feed.hub.flush(topic);
    if (turn % 5 === 0) for (const socket of sockets) socket.destroy();
    await new Promise(setImmediate);
    timers.advance(1_000);
  }
  await feed.hub.flush(topic);
  await expect
    .poll(() => {
      timers.advance(1_000);
      return shown;
    })
    .toMatchObject({ status: 'live', data: feed.board.states.get('a') });
  expect(shown?.data).toEqual(feed.board.states.get('a'));
  page.close();
});
