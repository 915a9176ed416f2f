import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerPosition, RecordedEvent } from './ledger-event.ts';
import { createRecentEvents } from './recent-events.ts';

const at = (id: number): LedgerPosition => ({ era: 1, tx: Math.floor(id / 3), id });
const event = (id: number): RecordedEvent => ({
  stream: 'thing:1',
  type: 'thing.counted',
  version: 1,
  entry: null,
  payload: { id },
  actor: null,
  onBehalfOf: null,
  device: null,
  requestId: null,
  reason: null,
  occurredAt: new Date(0),
  position: at(id),
});
const events = (from: number, to: number): RecordedEvent[] =>
  Array.from({ length: to - from }, (_, index) => event(from + index + 1));
const idsOf = (found: readonly RecordedEvent[] | null) => found?.map(({ position }) => position.id) ?? null;

test('what was read after a position is given to the next who stands there', () => {
  const recent = createRecentEvents(10);
  expect(recent.after(at(0), 5)).toBeNull();
  recent.remember(at(0), events(0, 3));
  recent.remember(at(3), events(3, 5));
  expect(idsOf(recent.after(at(0), 10))).toEqual([1, 2, 3, 4, 5]);
  expect(idsOf(recent.after(at(2), 2))).toEqual([3, 4]);
  // Whether there is more after the last, only the database knows.
  expect(recent.after(at(5), 10)).toBeNull();
});

test('a gap is never bridged: what is after it counts, and what is before is forgotten', () => {
  const recent = createRecentEvents(10);
  recent.remember(at(0), events(0, 3));
  recent.remember(at(8), events(8, 10));
  expect(recent.after(at(2), 10)).toBeNull();
  expect(idsOf(recent.after(at(8), 10))).toEqual([9, 10]);
});

test('what everybody has read is let go, and the rest stays', () => {
  const recent = createRecentEvents(100);
  recent.remember(at(0), events(0, 10));
  recent.forget(at(3));
  expect(idsOf(recent.after(at(0), 2))).toEqual([1, 2]);
  recent.forget(at(8));
  expect(recent.after(at(7), 9)).toBeNull();
  expect(idsOf(recent.after(at(8), 9))).toEqual([9, 10]);
  recent.forget(at(20));
  expect(recent.after(at(9), 9)).toBeNull();
  recent.remember(at(10), events(10, 12));
  expect(idsOf(recent.after(at(10), 9))).toEqual([11, 12]);
});

test('readers at any pace, also late ones and new ones, see every event once and in order', () => {
  const steps = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 9 })), { maxLength: 120 });
  fc.assert(
    fc.property(steps, (moves) => {
      const recent = createRecentEvents(8);
      const readers = [0, 0, 20, 45];
      for (const [reader, limit] of moves) {
        const from = readers[reader] ?? 0;
        const known = recent.after(at(from), limit);
        const read = known ?? events(from, Math.min(from + limit, 100));
        if (known === null) {
          recent.forget(at(Math.min(...readers)));
          recent.remember(at(from), read);
        }
        expect(idsOf(read)).toEqual(idsOf(events(from, from + read.length)));
        expect(read.length).toBeLessThanOrEqual(limit);
        readers[reader] = from + read.length;
      }
    }),
  );
});
