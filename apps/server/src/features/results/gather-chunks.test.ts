import { expect, test } from 'vitest';
import { gatherChunks } from './gather-chunks.ts';

const collect = async (texts: AsyncIterable<readonly string[]>): Promise<string[]> => {
  const chunks: string[] = [];
  for await (const chunk of gatherChunks(texts)) chunks.push(String(chunk));
  return chunks;
};

test('what is ready in one turn travels together, in order and complete', async () => {
  const texts = (async function* () {
    for (let n = 0; n < 500; n++) yield [`${n}\n`];
  })();
  const chunks = await collect(texts);
  expect(chunks.length).toBeLessThan(20);
  expect(chunks.join('')).toBe(Array.from({ length: 500 }, (_, n) => `${n}\n`).join(''));
});

test('a text does not wait for one that has not come', async () => {
  const second = Promise.withResolvers<string>();
  const texts = (async function* () {
    yield ['first\n'];
    yield [await second.promise];
  })();
  const reader = gatherChunks(texts)[Symbol.asyncIterator]();
  expect(String((await reader.next()).value)).toBe('first\n');
  second.resolve('second\n');
  expect(String((await reader.next()).value)).toBe('second\n');
  expect((await reader.next()).done).toBe(true);
});

test('a slow reader slows the source, and one that goes away ends it', async () => {
  let made = 0;
  let ended = false;
  const texts = (async function* () {
    try {
      for (;;) {
        made += 1;
        yield ['x'.repeat(512), 'x'.repeat(512)];
      }
    } finally {
      ended = true;
    }
  })();
  const stream = gatherChunks(texts);
  await new Promise((resolve) => stream.once('readable', resolve));
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  const bound = made;
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  expect(made).toBe(bound);
  stream.destroy();
  await expect.poll(() => ended).toBe(true);
});

test('a failing source fails the stream', async () => {
  const texts = (async function* () {
    yield ['a'];
    throw new Error('broken');
  })();
  await expect(collect(texts)).rejects.toThrow('broken');
});
