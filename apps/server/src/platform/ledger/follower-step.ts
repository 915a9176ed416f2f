// One step of a follower: read the next events, handle them, move on.
import type { Database } from '../database/database.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import { getPosition, lockPosition, updatePosition } from './follower-store.ts';
import { comparePositions, type LedgerPosition, type RecordedEvent } from './ledger-event.ts';
import { peekLedger } from './peek-ledger.ts';
import { type LedgerSlice, readLedger } from './read-ledger.ts';

interface Pace {
  readonly name: string;
  /** Events of one step at most; 1,000 unless told. */
  readonly batch?: number;
  /** Milliseconds of rest when all is handled, so that the commits of that time share the next step; 0 unless told. */
  readonly restMs?: number;
}

export interface StoredFollowerOptions extends Pace {
  readonly stored: true;
  /**
   * What it writes through `tx` is saved together with the position: every event takes effect exactly once. May run
   * again after a failure, so effects outside `tx` must bear repetition.
   */
  handle(events: readonly RecordedEvent[], tx: Transaction): Promise<void>;
}

export interface UnstoredFollowerOptions extends Pace {
  readonly stored: false;
  /** Where to begin; without it at the head, which is what live screens want. */
  readonly from?: LedgerPosition;
  /** An event is handled again when it throws. */
  handle(events: readonly RecordedEvent[]): Promise<void> | void;
}

export type FollowerOptions = StoredFollowerOptions | UnstoredFollowerOptions;

export interface StepResult {
  readonly position: LedgerPosition;
  /** `more`: go on at once; `waiting`: older transactions or another process must end first; `idle`: all handled. */
  readonly next: 'more' | 'waiting' | 'idle';
}

/** At the head, and none held back: there is nothing more until somebody rings. */
const resultOf = ({ position, pending, atHead }: LedgerSlice): StepResult => ({
  position,
  next: pending ? 'waiting' : atHead ? 'idle' : 'more',
});

const handleStored = (
  db: Database,
  options: StoredFollowerOptions,
  { peeked, limit, position }: { peeked: LedgerSlice; limit: number; position: LedgerPosition },
): Promise<LedgerSlice | undefined> =>
  inTransaction(db, async (tx) => {
    const stored = await lockPosition(tx, options.name);
    if (stored === undefined) return undefined;
    // Another process may have moved on since; settled rows never change, so what was read before stays true.
    const same = comparePositions(stored, position) === 0;
    const slice = same ? peeked : await readLedger(tx, stored, limit);
    if (slice.events.length === 0) return slice;
    await options.handle(slice.events, tx);
    await updatePosition(tx, options.name, slice.position);
    return slice;
  });

export const takeStep = async (
  db: Database,
  options: FollowerOptions,
  { position, limit }: { position: LedgerPosition; limit: number },
): Promise<StepResult> => {
  // Looking costs no lock and no transaction id; most looks find nothing.
  const peeked = await peekLedger(db, position, limit);
  if (peeked.events.length === 0) return resultOf(peeked);
  if (!options.stored) {
    await options.handle(peeked.events);
    return resultOf(peeked);
  }
  const handled = await handleStored(db, options, { peeked, limit, position });
  if (handled !== undefined) return resultOf(handled);
  return { position: await getPosition(db.kysely, options.name), next: 'waiting' };
};
