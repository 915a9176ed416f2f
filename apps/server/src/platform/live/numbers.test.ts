import { afterEach, beforeEach, expect, test } from 'vitest';
import { Sequence } from './sequence.ts';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed({ historyUpdates: 3 });
});
afterEach(() => feed.stop());

const connected = async () => {
  const client = feed.connect();
  await client.next('hello');
  return client;
};

test('L24 numbers of two processes never meet, and stay exact', () => {
  const [left, right] = [new Sequence(0, 1), new Sequence(0, 2)];
  expect(left.next(left.first()) % 2 ** 20).toBe(1);
  expect(right.first() % 2 ** 20).toBe(2);
  const late = new Sequence(Date.UTC(2242, 0, 1), 2 ** 20 - 1);
  expect(Number.isSafeInteger(late.next(late.first()))).toBe(true);
});

test('L24 a topic that is made again does not use the numbers of its predecessor', () => {
  const sequence = new Sequence(0, 5);
  const used = sequence.next(sequence.next(sequence.first()));
  sequence.retire(used);
  expect(sequence.first()).toBeGreaterThan(used);
});

test('L25 who holds the present number is told so by an empty update', async () => {
  const { seq } = await (await connected()).watch('board:a');
  const back = await connected();
  back.say({ op: 'subscribe', topic: 'board:a', since: seq });
  expect(await back.next('update')).toEqual({ op: 'update', topic: 'board:a', seq, prev: seq, data: {} });
});

test('L25 who missed a little gets what he missed', async () => {
  const stayed = await connected();
  feed.board.states.set('a', { votes: 0, names: 'x'.repeat(400) });
  const { seq } = await stayed.watch('board:a');
  for (const votes of [1, 2]) await feed.put('a', { votes, names: 'x'.repeat(400) });
  const back = await connected();
  back.say({ op: 'subscribe', topic: 'board:a', since: seq });
  expect(await back.next('update')).toMatchObject({ prev: seq, data: { votes: 1 } });
  expect((await back.next('update')).data).toEqual({ votes: 2 });
});

test('L25 who missed more than the history holds gets the whole state', async () => {
  const stayed = await connected();
  const { seq } = await stayed.watch('board:a');
  for (const votes of [1, 2, 3, 4]) await feed.put('a', { votes });
  expect((await (await connected()).watch('board:a', seq)).data).toEqual({ votes: 4 });
});

test('L25 who missed more than the whole state is long gets the whole state', async () => {
  const stayed = await connected();
  const { seq } = await stayed.watch('board:a');
  await feed.put('a', { long: 'x'.repeat(500) });
  await feed.put('a', { votes: 1 });
  expect((await (await connected()).watch('board:a', seq)).data).toEqual({ votes: 1 });
});

test('L25 a number of another process gets the whole state', async () => {
  const { seq } = await (await connected()).watch('board:a');
  expect((await (await connected()).watch('board:a', seq + 1)).seq).toBe(seq);
});
