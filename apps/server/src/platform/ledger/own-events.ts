// Events that this process has committed itself: its followers need not fetch from the database what is still in memory.
import type { Database } from '../database/database.ts';
import type { RecordedEvent } from './ledger-event.ts';

/** Events of one transaction that follow each other in the order of the ledger. */
export interface LedgerRun {
  readonly era: number;
  readonly tx: number;
  /** Ids of the first and the last of them. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** Kept until the first follower asks for them, some milliseconds later; the oldest go where nobody does. */
const mostKept = 16_000;

interface Kept {
  /** By transaction, in the order of their ids. */
  readonly byTransaction: Map<number, readonly RecordedEvent[]>;
  count: number;
}

const keptOf = new WeakMap<Database, Kept>();

/** Of one statement. Call it after the commit only: what was rolled back never happened. */
export const keepOwnEvents = (db: Database, events: readonly RecordedEvent[]): void => {
  const tx = events[0]?.position.tx;
  if (tx === undefined) return;
  const kept: Kept = keptOf.get(db) ?? { byTransaction: new Map(), count: 0 };
  keptOf.set(db, kept);
  const { byTransaction } = kept;
  byTransaction.set(tx, [...(byTransaction.get(tx) ?? []), ...events]);
  kept.count += events.length;
  for (const [oldest, theirs] of byTransaction) {
    if (kept.count <= mostKept) return;
    byTransaction.delete(oldest);
    kept.count -= theirs.length;
  }
};

/**
 * Takes a run of events out, which is then remembered by whoever asked; undefined where another process has committed it, or
 * not all of it is here.
 */
export const takeOwnEvents = (db: Database, run: LedgerRun): readonly RecordedEvent[] | undefined => {
  const kept = keptOf.get(db);
  const theirs = kept?.byTransaction.get(run.tx);
  if (kept === undefined || theirs === undefined) return undefined;
  kept.byTransaction.delete(run.tx);
  const wanted = theirs.filter(
    ({ position: { era, id } }) => era === run.era && id >= run.first && id <= run.last,
  );
  const later = theirs.filter(({ position }) => position.id > run.last);
  if (later.length > 0) kept.byTransaction.set(run.tx, later);
  kept.count -= theirs.length - later.length;
  return wanted.length === run.count ? wanted : undefined;
};
