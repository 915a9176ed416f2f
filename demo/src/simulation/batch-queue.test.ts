import type { BatchLine } from '@comitium/contract';
import { expect, test } from 'vitest';
import { BatchQueue, type QueuedLine } from './batch-queue.ts';

const lines = ['a', 'b', 'c', 'd'].map((key): BatchLine => {
  const figures = { votes: { x: 1 }, rejected: 0, cast: 1, registered: 2 };
  return { key, station: key, contest: 'race', ...figures };
});

/** A queue whose clock stands until it is moved, a line a chunk. */
const openQueue = () => {
  const clock = { ms: 0 };
  const queue = new BatchQueue(lines, { window: 10, stallMs: 1000, nowMs: () => clock.ms });
  const next = async (): Promise<string | null> => {
    const chunk = await queue.takeChunk(1);
    return chunk === '' ? null : (JSON.parse(chunk) as BatchLine).key;
  };
  const answered = (): QueuedLine => {
    const line = queue.answer();
    if (line === undefined) throw new Error('nothing was sent');
    return line;
  };
  return { queue, clock, next, answered };
};

test('a line that is to wait is sent between the others, not before its time', async () => {
  const { queue, clock, next, answered } = openQueue();
  expect(await next()).toBe('a');
  queue.sendAgain(answered(), 2000);
  expect(await next()).toBe('b');
  clock.ms = 1999;
  expect(await next()).toBe('c');
  clock.ms = 2000;
  expect(await next()).toBe('a');
  expect(await next()).toBe('d');
});

test('where only lines that wait are left the request ends, and they are in the next one', async () => {
  const { queue, next, answered } = openQueue();
  for (const key of ['a', 'b', 'c', 'd']) expect(await next()).toBe(key);
  queue.sendAgain(answered(), 2000);
  for (let rest = 3; rest > 0; rest -= 1) answered();
  expect(await next()).toBeNull();
  expect(queue.finished).toBe(false);
  await queue.restart();
  expect(await next()).toBe('a');
  answered();
  expect([await next(), queue.finished]).toEqual([null, true]);
});

test('a line that need not wait comes next', async () => {
  const { queue, next, answered } = openQueue();
  expect(await next()).toBe('a');
  queue.sendAgain(answered());
  expect(await next()).toBe('a');
  expect(await next()).toBe('b');
});
