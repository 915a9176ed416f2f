import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

/** A source that gives what it is told to, when it is told to. */
const createSource = () => {
  const waiting: ((result: IteratorResult<number>) => void)[] = [];
  const given: IteratorResult<number>[] = [];
  const give = (result: IteratorResult<number>): void => {
    const taker = waiting.shift();
    if (taker === undefined) given.push(result);
    else taker(result);
  };
  return {
    asked: () => waiting.length,
    give: (value: number) => give({ done: false, value }),
    end: () => give({ done: true, value: undefined }),
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const next =
          given.shift() ?? (await new Promise<IteratorResult<number>>((resolve) => waiting.push(resolve)));
        if (next.done) return;
        yield [next.value];
      }
    },
  };
};

test('an answer does not wait for items that have not come', async () => {
  const source = createSource();
  const answers = inOrder(source, 100, async (item) => item * 10);
  source.give(1);
  expect(await answers.next()).toEqual({ done: false, value: [10] });
  source.give(2);
  expect(await answers.next()).toEqual({ done: false, value: [20] });
  source.end();
  expect((await answers.next()).done).toBe(true);
});

test('answers keep the order of the items, whichever is ready first', async () => {
  const release: (() => void)[] = [];
  const source = (async function* () {
    yield [0, 1];
    yield [2];
  })();
  const answers = inOrder(
    source,
    3,
    (item) => new Promise<number>((resolve) => (release[item] = () => resolve(item))),
  );
  const all = (async () => {
    const seen: number[] = [];
    for await (const group of answers) seen.push(...group);
    return seen;
  })();
  while (release.length < 3) await new Promise(setImmediate);
  for (const item of [2, 1, 0]) release[item]?.();
  expect(await all).toEqual([0, 1, 2]);
});

test('no more than the bound are under way', async () => {
  let running = 0;
  let most = 0;
  const source = (async function* () {
    for (let item = 0; item < 50; item += 10) yield Array.from({ length: 10 }, (_, at) => item + at);
  })();
  const answers = inOrder(source, 4, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    return item;
  });
  let count = 0;
  for await (const group of answers) count += group.length;
  expect([count, most]).toEqual([50, 4]);
});

test('a failing source and a failing item reach the reader', async () => {
  const broken = (async function* () {
    yield [1];
    throw new Error('the connection broke');
  })();
  const read = async (answers: AsyncIterable<readonly number[]>) => {
    for await (const _ of answers);
  };
  await expect(read(inOrder(broken, 4, async (item) => item))).rejects.toThrow('the connection broke');
  const sound = (async function* () {
    yield [1];
  })();
  await expect(read(inOrder(sound, 4, () => Promise.reject(new Error('bad item'))))).rejects.toThrow(
    'bad item',
  );
});

test('others have their turn while many items are begun', async () => {
  const source = (async function* () {
    yield Array.from({ length: 1000 }, (_, item) => item);
  })();
  let begun = 0;
  const beside: number[] = [];
  const look = (): void => {
    if (begun === 1000) return;
    beside.push(begun);
    setImmediate(look);
  };
  setImmediate(look);
  const answers = inOrder(source, 1000, async (item) => {
    begun += 1;
    return item;
  });
  let last = -1;
  for await (const group of answers) last = group.at(-1) ?? last;
  expect(last).toBe(999);
  expect(beside.length).toBeGreaterThan(5);
});

test('work that fails before it has begun reaches the reader behind the answers before it', async () => {
  const source = (async function* () {
    yield [1, 2, 3];
  })();
  const answers = inOrder(source, 4, (item) => {
    if (item === 2) throw new Error('not even begun');
    return Promise.resolve(item);
  });
  expect(await answers.next()).toEqual({ done: false, value: [1] });
  await expect(answers.next()).rejects.toThrow('not even begun');
});
