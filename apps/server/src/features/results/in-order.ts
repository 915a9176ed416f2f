import { setImmediate } from 'node:timers/promises';

/**
 * So many are begun in one turn of the event loop. Longer turns leave the database waiting for the rest of a batch whose
 * first part filled its socket.
 */
const mostPerTurn = 100;

/** Lets one side wait until the other has done something. */
const createBell = () => {
  let ring: () => void = () => undefined;
  return {
    ring: () => ring(),
    wait: () =>
      new Promise<void>((resolve) => {
        ring = resolve;
      }),
  };
};

/** First in, first out, without moving what waits: the front is dropped in large steps. */
const createQueue = <T>() => {
  let items: T[] = [];
  let front = 0;
  return {
    size: () => items.length - front,
    push: (item: T) => items.push(item),
    first: (): T | undefined => items[front],
    drop: () => {
      front += 1;
      if (front < 1024) return;
      items = items.slice(front);
      front = 0;
    },
  };
};

/**
 * Runs `work` for every item, at most `most` at once, and yields each answer as soon as it and those before it are
 * there, in the order of the items. The source is not read while `most` are under way, so a sender that is faster than
 * the database waits in its own socket. A consumer that stops early stops the reading.
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<T>,
  most: number,
  work: (item: T, index: number) => Promise<R>,
): AsyncGenerator<R> {
  const underWay = createQueue<Promise<R>>();
  const came = createBell();
  const room = createBell();
  const reader: { state: 'reading' | 'read' | 'stopped' } = { state: 'reading' };
  const read = async (): Promise<void> => {
    let index = 0;
    for await (const item of source) {
      if (reader.state === 'stopped') return;
      const started = work(item, index);
      // Awaited in its turn; without this, one that fails meanwhile would count as unhandled.
      started.catch(() => undefined);
      underWay.push(started);
      index += 1;
      came.ring();
      if (index % mostPerTurn === 0) await setImmediate();
      while (underWay.size() >= most && reader.state === 'reading') await room.wait();
    }
  };
  const reading = read().finally(() => {
    if (reader.state === 'reading') reader.state = 'read';
    came.ring();
  });
  reading.catch(() => undefined);
  try {
    for (;;) {
      const first = underWay.first();
      if (first === undefined) {
        if (reader.state === 'read') break;
        await came.wait();
        continue;
      }
      const answer = await first;
      underWay.drop();
      room.ring();
      yield answer;
    }
    await reading;
  } finally {
    if (reader.state === 'reading') reader.state = 'stopped';
    room.ring();
  }
}
