// Events that this process has committed itself: its followers need not fetch from the database what is still in memory.
import type { Database } from '../database/database.ts';
import { comparePositions, type LedgerPosition, type RecordedEvent } from './ledger-event.ts';

/** Kept until the first follower asks for them, some milliseconds later; the oldest go where nobody does. */
const mostKept = 16_000;
const keptOf = new WeakMap<Database, Map<number, RecordedEvent>>();

/** Call it after the commit only: what was rolled back never happened. */
export const keepOwnEvents = (db: Database, events: readonly RecordedEvent[]): void => {
  const kept = keptOf.get(db) ?? new Map<number, RecordedEvent>();
  keptOf.set(db, kept);
  for (const event of events) kept.set(event.position.id, event);
  for (const id of kept.keys()) {
    if (kept.size <= mostKept) return;
    kept.delete(id);
  }
};

/** Takes an event out, which is then remembered by whoever asked; undefined where another process has committed it. */
export const takeOwnEvent = (db: Database, position: LedgerPosition): RecordedEvent | undefined => {
  const kept = keptOf.get(db);
  const event = kept?.get(position.id);
  if (event === undefined) return undefined;
  kept?.delete(position.id);
  return comparePositions(event.position, position) === 0 ? event : undefined;
};
