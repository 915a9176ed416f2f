import type { Database } from '../database/database.ts';
import type { Follower } from './follower.ts';
import { comparePositions, type LedgerPosition, type RecordedEvent } from './ledger-event.ts';
import { findOwnEvents, forgetOwnEvents } from './own-events.ts';
import { type LedgerSlice, readLedgerBeside } from './read-ledger.ts';
import { createRecentEvents, type RecentEvents } from './recent-events.ts';
import { runningFollowers } from './running-followers.ts';

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

/** Whatever a follower takes at once: those that stand at one place share one read. */
const readAtOnce = 2_000;

/**
 * Reads for all followers of a process: they mostly stand near each other, and reading is what following costs. What this
 * process has committed itself is only asked for its place in the order. What one has read is kept for the others; those
 * that ask for the same in the same turn of the event loop share one read. A read of an earlier turn is never joined: it
 * may have begun before the commit that woke the asker.
 */
export const peekLedger = async (
  db: Database,
  after: LedgerPosition,
  limit: number,
): Promise<LedgerSlice> => {
  const { recent, underWay } = readingOf(db);
  const known = recent.after(after, limit);
  // There may be more, which memory does not know of: whoever takes these looks again.
  if (known !== null) return { ...slice(known, after), pending: false, atHead: false };
  const key = `${after.era} ${after.tx} ${after.id}`;
  const found = underWay.get(key);
  if (found !== undefined) return first(await found, after, limit);
  const wish = { after, limit: Math.max(limit, readAtOnce) };
  const read = readLedgerBeside(db.kysely, wish, (run) => findOwnEvents(db, run)).then((slice) => {
    const passed = leastPosition(runningFollowers(db), after);
    recent.forget(passed);
    forgetOwnEvents(db, passed);
    recent.remember(after, slice.events);
    return slice;
  });
  underWay.set(key, read);
  setImmediate(() => underWay.delete(key));
  return first(await read, after, limit);
};

/** Where the last of them stands; one that has fallen far behind reads by itself, but nothing is kept longer for it. */
const leastPosition = (followers: readonly Follower[], start: LedgerPosition): LedgerPosition =>
  followers.reduce((least, follower) => {
    const { position } = follower.health();
    return comparePositions(position, least) < 0 ? position : least;
  }, start);

const slice = (events: readonly RecordedEvent[], after: LedgerPosition) => ({
  events,
  position: events.at(-1)?.position ?? after,
});

/** The first of what was read; with fewer than all there is more. */
const first = (read: LedgerSlice, after: LedgerPosition, limit: number): LedgerSlice =>
  read.events.length <= limit
    ? read
    : { ...slice(read.events.slice(0, limit), after), pending: false, atHead: false };
