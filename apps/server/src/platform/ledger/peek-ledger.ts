import type { Database } from '../database/database.ts';
import type { LedgerPosition } from './ledger-event.ts';
import { type LedgerSlice, readLedger } from './read-ledger.ts';
import { createRecentEvents, type RecentEvents } from './recent-events.ts';

interface Reading {
  readonly recent: RecentEvents;
  readonly underWay: Map<string, Promise<LedgerSlice>>;
}

/** About a second of the busiest night: followers that rest between steps find here what others have read. */
const mostRemembered = 8_000;
const readings = new WeakMap<Database, Reading>();

const readingOf = (db: Database): Reading => {
  const found = readings.get(db) ?? { recent: createRecentEvents(mostRemembered), underWay: new Map() };
  readings.set(db, found);
  return found;
};

/**
 * Reads for all followers of a process: they mostly stand near each other, and reading is what following costs. What one
 * has read is kept for the others; those that ask for the same in the same turn of the event loop share one read. A
 * read of an earlier turn is never joined: it may have begun before the commit that woke the asker.
 */
export const peekLedger = (db: Database, after: LedgerPosition, limit: number): Promise<LedgerSlice> => {
  const { recent, underWay } = readingOf(db);
  const known = recent.after(after, limit);
  if (known !== null) {
    // There may be more, which memory does not know of: whoever takes these looks again.
    const position = known.at(-1)?.position ?? after;
    return Promise.resolve({ events: known, position, pending: false, atHead: false });
  }
  const key = `${after.era} ${after.tx} ${after.id} ${limit}`;
  const found = underWay.get(key);
  if (found !== undefined) return found;
  const read = readLedger(db.kysely, after, limit).then((slice) => {
    recent.remember(after, slice.events);
    return slice;
  });
  underWay.set(key, read);
  setImmediate(() => underWay.delete(key));
  return read;
};
