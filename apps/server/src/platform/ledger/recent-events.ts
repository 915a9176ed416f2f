import { comparePositions, type LedgerPosition, type RecordedEvent } from './ledger-event.ts';

/** Settled events that somebody has read lately, without a gap: they never change, so nobody needs to read them again. */
export interface RecentEvents {
  /** Up to `limit` events after a position; null where memory does not reach back so far, or not so far ahead. */
  after(position: LedgerPosition, limit: number): readonly RecordedEvent[] | null;
  /** What was read after a position. */
  remember(position: LedgerPosition, events: readonly RecordedEvent[]): void;
  /** Everybody has read up to there. */
  forget(position: LedgerPosition): void;
}

export const createRecentEvents = (most: number): RecentEvents => {
  let events: RecordedEvent[] = [];
  /** Everything after this and up to the last event is here. */
  let start: LedgerPosition | undefined;
  const end = (): LedgerPosition | undefined => events.at(-1)?.position ?? start;

  /** The first event after a position, by halving. */
  const placeAfter = (position: LedgerPosition): number => {
    let [low, high] = [0, events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const event = events[middle];
      if (event !== undefined && comparePositions(event.position, position) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    after: (position, limit) => {
      const [first, last] = [start, end()];
      if (first === undefined || last === undefined) return null;
      if (comparePositions(position, first) < 0 || comparePositions(position, last) >= 0) return null;
      const from = placeAfter(position);
      return events.slice(from, from + limit);
    },
    remember: (position, read) => {
      if (read.length === 0) return;
      const last = end();
      const order = last === undefined ? 1 : comparePositions(position, last);
      // Older than what is known: of no use to those who are nearly up to date.
      if (order < 0) return;
      if (order > 0) [events, start] = [[], position];
      events.push(...read);
      // Dropped in large steps, because what stays is moved.
      if (events.length <= 2 * most) return;
      start = events.at(-most - 1)?.position ?? start;
      events = events.slice(-most);
    },
    forget: (position) => {
      const passed = placeAfter(position);
      // What was used up goes while it is young, but not one by one.
      if (passed === 0 || passed < events.length / 2) return;
      start = events[passed - 1]?.position ?? start;
      events = events.slice(passed);
    },
  };
};
