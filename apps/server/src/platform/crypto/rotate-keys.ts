// Seals everything anew with the current data key, in the background and while the program runs: whatever is read
// meanwhile opens with either key.
import { inTransaction } from '../database/transaction.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { Job } from '../jobs/job.ts';
import { type ReportProgress, runWork } from '../jobs/run-work.ts';
import type { Work } from '../jobs/work.ts';
import { findWork, insertWork, requestCancel } from '../jobs/work-store.ts';
import type { Platform } from '../platform.ts';
import './check-data-keys.ts';
import { countByKey, type RenewedBatch, renewBatch, type SealedColumn } from './sealed-store.ts';

export interface KeyUse {
  readonly key: string;
  /** `table.column` → rows. */
  readonly rows: Readonly<Record<string, number>>;
  readonly given: boolean;
  readonly current: boolean;
}

export interface KeyRotation {
  readonly jobs: readonly Job[];
  /** Which key what is sealed with, the current key first. */
  status(): Promise<readonly KeyUse[]>;
  /** Begins in the background; answers the id of the work. */
  start(): Promise<string>;
  find(id: string): Promise<Work | undefined>;
  /** False where it is over. What was renewed stays renewed. */
  cancel(id: string): Promise<boolean>;
}

type Rooms = Pick<Platform, 'db' | 'keys'>;

const jobName = 'keys.rotate';
const batchRows = 500;
const putBackMs = 1_000;

export const createKeyRotation = (
  { db, keys }: Rooms,
  stores: () => readonly SealedColumn[],
): KeyRotation => ({
  jobs: [rotateJob({ db, keys }, stores)],
  status: async () => {
    const uses = new Map(keys.keyIds.map((key) => [key, {} as Record<string, number>]));
    for (const store of stores()) {
      for (const [key, rows] of await countByKey(db.kysely, store)) {
        const use = uses.get(key) ?? {};
        use[nameOf(store)] = rows;
        uses.set(key, use);
      }
    }
    return [...uses].map(([key, rows]) => ({
      key,
      rows,
      given: keys.keyIds.includes(key),
      current: key === keys.currentKeyId,
    }));
  },
  start: () =>
    inTransaction(db, async (tx) => {
      const work = await insertWork(tx, { kind: jobName, startedBy: null });
      // One after the other: two that run together would only wait for each other's rows.
      await enqueue(tx, jobName, { work, key: keys.currentKeyId }, { queue: jobName, maxAttempts: 25 });
      return work;
    }),
  find: (id) => findWork(db.kysely, id),
  cancel: (id) => requestCancel(db.kysely, id),
});

const nameOf = ({ table, column }: SealedColumn): string => `${table}.${column}`;

/** Begun again after a kill, it goes on with the rows that are left: they tell their key themselves. */
const rotateJob = (
  { db, keys }: Rooms,
  stores: () => readonly SealedColumn[],
): Job<{ work: string; key: string }> => ({
  name: jobName,
  run: async ({ work, key }, context) => {
    if (key !== keys.currentKeyId) return putBack(db, { work, key });
    await runWork(context, work, async (report) => {
      const total = await countOld({ db, keys }, stores());
      let done = 0;
      for (const store of stores()) {
        done = await renewAll({ db, keys }, store, { done, total, report });
      }
      await forgetUnused({ db, keys }, stores());
    });
  },
});

/** This process still writes with another key: the work waits for one that has the new key first. */
const putBack = (db: Rooms['db'], payload: { work: string; key: string }): Promise<void> =>
  inTransaction(db, (tx) =>
    enqueue(tx, jobName, payload, {
      queue: jobName,
      runAt: new Date(Date.now() + putBackMs),
      maxAttempts: 25,
    }),
  );

const countOld = async ({ db, keys }: Rooms, stores: readonly SealedColumn[]): Promise<number> => {
  let old = 0;
  for (const store of stores) {
    for (const [key, rows] of await countByKey(db.kysely, store)) if (key !== keys.currentKeyId) old += rows;
  }
  return old;
};

interface Progress {
  readonly done: number;
  readonly total: number;
  readonly report: ReportProgress;
}

const renewAll = async (
  { db, keys }: Rooms,
  store: SealedColumn,
  { done, total, report }: Progress,
): Promise<number> => {
  let renewed = done;
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const batch: RenewedBatch = await inTransaction(db, (tx) =>
      renewBatch(tx, keys, { store, after: from, limit: batchRows }),
    );
    renewed += batch.renewed;
    await report({ done: renewed, total: Math.max(total, renewed), note: nameOf(store) });
    if (batch.last === null) return renewed;
    after = batch.last;
  }
};

/** Keys that nothing needs any more: the program then starts without them. */
const forgetUnused = async ({ db, keys }: Rooms, stores: readonly SealedColumn[]): Promise<void> => {
  if ((await countOld({ db, keys }, stores)) > 0) return;
  await db.kysely.deleteFrom('data_key').where('id', '<>', keys.currentKeyId).execute();
};
