import { setTimeout as delay } from 'node:timers/promises';
import type { ControlledTransaction, IsolationLevel, Transaction as KyselyTransaction } from 'kysely';
import { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';
import type { Database } from './database.ts';
import { didNotAnswerInTime, isDatabaseUnavailable, isRetryable } from './is-database-unavailable.ts';
import type { DatabaseSchema } from './schema.ts';

export type Transaction = KyselyTransaction<DatabaseSchema>;

export interface TransactionOptions {
  readonly isolation?: IsolationLevel;
  readonly readOnly?: boolean;
}

type CommitCallback = (db: Database) => void;

const callbacksOf = new WeakMap<Transaction, CommitCallback[]>();
const maxAttempts = 6;

/** Runs once after a successful commit, never after a rollback; a process that dies in between never runs it. */
export const afterCommit = (tx: Transaction, callback: CommitCallback): void => {
  const callbacks = callbacksOf.get(tx);
  if (callbacks === undefined) throw new Error('afterCommit needs a transaction of inTransaction');
  if (!callbacks.includes(callback)) callbacks.push(callback);
};

const beginOnce = (
  db: Database,
  options: TransactionOptions,
): Promise<ControlledTransaction<DatabaseSchema>> => {
  let builder = db.kysely.startTransaction();
  if (options.isolation !== undefined) builder = builder.setIsolationLevel(options.isolation);
  if (options.readOnly) builder = builder.setAccessMode('read only');
  return builder.execute();
};

/**
 * A pooled connection may have died while it lay idle; nothing has happened yet, so another one is tried. Not after a
 * time-out: whoever waits has waited long enough.
 */
const begin = async (
  db: Database,
  options: TransactionOptions,
): Promise<ControlledTransaction<DatabaseSchema>> => {
  try {
    return await beginOnce(db, options);
  } catch (error) {
    if (!isDatabaseUnavailable(error) || didNotAnswerInTime(error)) throw error;
    return beginOnce(db, options);
  }
};

const rollback = async (tx: ControlledTransaction<DatabaseSchema>): Promise<void> => {
  try {
    await tx.rollback().execute();
  } catch (error) {
    // A lost connection rolls back by itself; the first error says why, and is the one to throw.
    if (!isDatabaseUnavailable(error)) throw error;
  }
};

const commit = async (tx: ControlledTransaction<DatabaseSchema>): Promise<void> => {
  try {
    await tx.commit().execute();
  } catch (error) {
    // Nothing is left to undo, but kysely gives the connection back only here.
    await rollback(tx);
    throw isDatabaseUnavailable(error) ? new CommitOutcomeUnknownError(error) : error;
  }
};

const attempt = async <T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions,
): Promise<T> => {
  const tx = await begin(db, options);
  const callbacks: CommitCallback[] = [];
  callbacksOf.set(tx, callbacks);
  let result: T;
  try {
    result = await work(tx);
  } catch (error) {
    await rollback(tx);
    throw error;
  }
  await commit(tx);
  for (const callback of callbacks) callback(db);
  return result;
};

/**
 * Runs `work` in one transaction. After a deadlock or serialization failure `work` runs again from its start, so it
 * must have no effects outside `tx` (use afterCommit). When the connection is lost during COMMIT nothing is tried
 * again: CommitOutcomeUnknownError, and the caller's idempotency key decides.
 */
export const inTransaction = async <T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> => {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(db, work, options);
    } catch (error) {
      if (count === maxAttempts || !isRetryable(error)) throw error;
      // Random, so that the two that collided do not meet again.
      await delay(Math.random() * 5 * 2 ** count);
    }
  }
};
