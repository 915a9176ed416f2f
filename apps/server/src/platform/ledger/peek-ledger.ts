import type { Database } from '../database/database.ts';
import type { LedgerPosition } from './ledger-event.ts';
import { type LedgerSlice, readLedger } from './read-ledger.ts';

const underWay = new WeakMap<Database, Map<string, Promise<LedgerSlice>>>();

/**
 * Reads for all followers that ask for the same in the same turn of the event loop: they are woken together and mostly
 * stand at the same place, and reading is what following costs. A read of an earlier turn is never joined: it may have
 * begun before the commit that woke the asker.
 */
export const peekLedger = (db: Database, after: LedgerPosition, limit: number): Promise<LedgerSlice> => {
  const reads = underWay.get(db) ?? new Map<string, Promise<LedgerSlice>>();
  underWay.set(db, reads);
  const key = `${after.era} ${after.tx} ${after.id} ${limit}`;
  const found = reads.get(key);
  if (found !== undefined) return found;
  const read = readLedger(db.kysely, after, limit);
  reads.set(key, read);
  setImmediate(() => reads.delete(key));
  return read;
};
