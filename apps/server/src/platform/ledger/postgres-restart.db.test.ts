import { rmSync } from 'node:fs';
import { unwrap } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { startEmbeddedPostgres } from '../database/embedded/start-embedded-postgres.ts';
import { prepareDatabase } from '../database/prepare-database.ts';
import { createTemporaryFolder } from '../database/testing/temporary-folders.ts';
import { testLog } from '../database/testing/test-log.ts';
import { inTransaction } from '../database/transaction.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { startWorker } from '../jobs/start-worker.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { startFollower } from './start-follower.ts';
import { noOrigin } from './testing/no-origin.ts';

const dataDir = createTemporaryFolder();
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const start = async () => unwrap(await startEmbeddedPostgres({ dataDir, log: testLog }));
const patience = { timeout: 30_000 };

/** A job that is under way while PostgreSQL goes, so that its end cannot be noted. */
const pondered = Promise.withResolvers<void>();
const postgresGone = Promise.withResolvers<void>();
let ponderings = 0;
const ponder = async (begun: () => void, until: Promise<void>): Promise<void> => {
  ponderings += 1;
  begun();
  await until;
};

test('followers and workers go on by themselves after PostgreSQL was stopped and started', async () => {
  const first = await start();
  const db = openDatabase({ connectionString: first.connectionString, log: testLog });
  await prepareDatabase(db);
  const handled: unknown[] = [];
  const live: unknown[] = [];
  const worked: unknown[] = [];
  const stored = await startFollower(db, {
    name: 'stored',
    stored: true,
    handle: async (events) => void handled.push(...events.map(({ payload }) => payload['n'])),
  });
  const screen = await startFollower(db, {
    name: 'screen',
    stored: false,
    handle: (events) => void live.push(...events.map(({ payload }) => payload['n'])),
  });
  const worker = await startWorker(db, {
    jobs: [
      { name: 'number.note', run: async ({ n }) => void worked.push(n) },
      { name: 'number.ponder', run: () => ponder(pondered.resolve, postgresGone.promise) },
    ],
  });
  const happen = (n: number) =>
    inTransaction(db, async (tx) => {
      await appendToLedger(tx, [
        { stream: 'n', type: 'number.named', version: 1, payload: { n }, ...noOrigin },
      ]);
      await enqueue(tx, 'number.note', { n });
    });

  await happen(1);
  await stored.caughtUp();
  await inTransaction(db, (tx) => enqueue(tx, 'number.ponder', {}));
  await pondered.promise;
  await first.stop();
  postgresGone.resolve();
  await expect(happen(0)).rejects.toThrow();
  await expect.poll(() => stored.health().failures, patience).toBeGreaterThan(0);

  const second = await start();
  await happen(2);
  await expect.poll(() => handled, patience).toEqual([1, 2]);
  await expect.poll(() => live, patience).toEqual([1, 2]);
  await expect.poll(() => worked, patience).toEqual([1, 2]);
  // Whether its end could be noted after all or it had to run again: it is neither lost nor stuck.
  const waiting = async () =>
    (await db.pool.query("select 1 from graphile_worker.jobs where task_identifier = 'number.ponder'"))
      .rowCount;
  await expect.poll(waiting, patience).toBe(0);
  expect(ponderings).toBeGreaterThanOrEqual(1);
  await Promise.all([stored.stop(), screen.stop(), worker.stop()]);
  await db.close();
  await second.stop();
});
