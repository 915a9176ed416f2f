// Events that this process has committed itself: its followers need not fetch from the database what is still in memory.
import type { Database } from '../database/database.ts';
import { comparePositions, type LedgerPosition, type RecordedEvent } from './ledger-event.ts';

/** Events of one transaction that follow each other in the order of the ledger. */
export interface LedgerRun {
  readonly era: number;
  readonly tx: number;
  /** Ids of the first and the last of them. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** Kept until all followers have passed them; the oldest go where one stays behind. */
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

/** A run of events; undefined where another process has committed it, or not all of it is here any more. */
export const findOwnEvents = (db: Database, run: LedgerRun): readonly RecordedEvent[] | undefined => {
  const theirs = keptOf.get(db)?.byTransaction.get(run.tx);
  const found = theirs?.filter(
    ({ position: { era, id } }) => era === run.era && id >= run.first && id <= run.last,
  );
  return found?.length === run.count ? found : undefined;
};

/** Everybody has read up to there. */
export const forgetOwnEvents = (db: Database, position: LedgerPosition): void => {
  const kept = keptOf.get(db);
  if (kept === undefined) return;
  for (const [tx, theirs] of kept.byTransaction) {
    const last = theirs.at(-1);
    if (last === undefined || comparePositions(last.position, position) > 0) continue;
    kept.byTransaction.delete(tx);
    kept.count -= theirs.length;
  }
};
