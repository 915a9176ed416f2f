import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Feed, startFeed } from './testing/start-feed.ts';
import { watchParity } from './watch-parity.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed();
});
afterEach(() => feed.stop());

test('L19 parity holds when every change touches the topic', async () => {
  const parity = await watchParity(feed.hub, 'board:a');
  for (const votes of [1, 2, 3]) {
    feed.board.states.set('a', { votes });
    feed.hub.touch('board:a');
    await parity.check();
    expect(parity.data).toEqual({ votes });
  }
  expect(parity.messages.map(({ op }) => op)).toEqual(['snapshot', 'update', 'update', 'update']);
  parity.stop();
  expect(feed.metrics.counts['subscriptions']).toBe(0);
});

test('L19 parity fails when a change touched nothing', async () => {
  const parity = await watchParity(feed.hub, 'board:a');
  feed.board.states.set('a', { votes: 1 });
  await expect(parity.check()).rejects.toThrow('a fresh snapshot is {"votes":1}');
});
