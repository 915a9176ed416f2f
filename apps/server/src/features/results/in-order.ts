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

/** What is under way, first in, first out, and without moving what waits: the front is dropped in large steps. */
const createQueue = <R>() => {
  let slots: Slot<R>[] = [];
  let front = 0;
  return {
    size: () => slots.length - front,
    push: (slot: Slot<R>) => slots.push(slot),
    first: (): Slot<R> | undefined => slots[front],
    /** Takes the answers from the front on that are there. */
    takeAnswered: (): R[] => {
      const answers: R[] = [];
      for (let slot = slots[front]; slot?.state === 'answered'; slot = slots[front]) {
        answers.push(slot.answer as R);
        front += 1;
      }
      if (front >= 1024) {
        slots = slots.slice(front);
        front = 0;
      }
      return answers;
    },
  };
};

interface Slot<R> {
  state: 'begun' | 'answered' | 'failed';
  answer: R | undefined;
  error: unknown;
}

/**
 * Runs `work` for every item of every group, at most `most` at once, and yields the answers that are there, in the order of
 * the items and as soon as those before them are. The source is not read while `most` are under way, so a sender that is
 * faster than the database waits in its own socket. A consumer that stops early stops the reading.
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<readonly T[]>,
  most: number,
  work: (item: T, index: number) => Promise<R>,
): AsyncGenerator<readonly R[]> {
  const underWay = createQueue<R>();
  const came = createBell();
  const room = createBell();
  const reader: { state: 'reading' | 'read' | 'stopped' } = { state: 'reading' };
  let index = 0;
  const begin = (item: T): void => {
    const started = work(item, index);
    const slot: Slot<R> = { state: 'begun', answer: undefined, error: undefined };
    underWay.push(slot);
    started.then(
      (answer) => {
        slot.state = 'answered';
        slot.answer = answer;
        if (underWay.first() === slot) came.ring();
      },
      (error: unknown) => {
        slot.state = 'failed';
        slot.error = error;
        came.ring();
      },
    );
    index += 1;
  };
  const read = async (): Promise<void> => {
    for await (const group of source) {
      for (const item of group) {
        if (reader.state === 'stopped') return;
        begin(item);
        if (index % mostPerTurn === 0) await setImmediate();
        while (underWay.size() >= most && reader.state === 'reading') await room.wait();
      }
    }
  };
  const reading = read().finally(() => {
    if (reader.state === 'reading') reader.state = 'read';
    came.ring();
  });
  // Awaited at the end; without this, one that fails meanwhile would count as unhandled.
  reading.catch(() => undefined);
  try {
    for (;;) {
      const answers = underWay.takeAnswered();
      const first = underWay.first();
      if (answers.length > 0) {
        room.ring();
        yield answers;
      } else if (first?.state === 'failed') throw first.error;
      else if (first === undefined && reader.state === 'read') break;
      else await came.wait();
    }
    await reading;
  } finally {
    if (reader.state === 'reading') reader.state = 'stopped';
    room.ring();
  }
}
