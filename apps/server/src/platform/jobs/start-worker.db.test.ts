import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { enqueue } from './enqueue.ts';
import type { Job } from './job.ts';
import { runWork } from './run-work.ts';
import { startWorker } from './start-worker.ts';
import { findWork, insertWork, requestCancel } from './work-store.ts';

const db = await createTestDatabase({ poolSize: 16 });
const patience = { timeout: 20_000 };
const ran: string[] = [];
let failures = 2;

const jobs: readonly Job[] = [
  { name: 'note.write', cron: '0 3 * * *', run: async ({ text }) => void ran.push(String(text)) },
  {
    name: 'note.stumble',
    run: async (_payload, { attempt }) => {
      failures -= 1;
      if (failures >= 0) throw new Error('stumbled');
      ran.push(`attempt ${attempt}`);
    },
  },
  {
    name: 'count.slowly',
    run: async ({ work }, context) =>
      runWork(context, String(work), async (report) => {
        for (let done = 1; ; done += 1) await report({ done, total: 10_000_000, note: 'counting' });
      }),
  },
];
const worker = await startWorker(db, { jobs });
afterAll(() => worker.stop());

test('a job runs after its transaction commits, and never when it rolls back', async () => {
  await inTransaction(db, async (tx) => {
    await enqueue(tx, 'note.write', { text: 'lost' });
    throw new Error('changed my mind');
  }).catch((error: Error) => expect(error.message).toBe('changed my mind'));
  await inTransaction(db, (tx) => enqueue(tx, 'note.write', { text: 'kept' }));
  await expect.poll(() => ran, patience).toEqual(['kept']);
});

test('a waiting job with the same key is replaced', async () => {
  const runAt = new Date(Date.now() + 3_600_000);
  for (const text of ['old', 'new']) {
    await inTransaction(db, (tx) => enqueue(tx, 'note.write', { text }, { key: 'one', runAt }));
  }
  const { rows } = await sql`
    select payload from graphile_worker._private_jobs where key = 'one'`.execute(db.kysely);
  expect(rows).toEqual([{ payload: { text: 'new' } }]);
});

test('a job that fails is tried again', async () => {
  ran.length = 0;
  await inTransaction(db, (tx) => enqueue(tx, 'note.stumble', {}));
  for (const attempts of [1, 2]) {
    const waiting = async () => {
      const { rows } = await sql<{ attempts: number }>`
        update graphile_worker._private_jobs set run_at = now()
        where attempts = ${attempts} and locked_at is null returning attempts`.execute(db.kysely);
      return rows.length;
    };
    await expect.poll(waiting, patience).toBe(1);
    await inTransaction(db, (tx) => enqueue(tx, 'note.write', { text: 'wake' }));
  }
  await expect.poll(() => ran, patience).toContain('attempt 3');
});

test('long work shows its progress and ends when it is cancelled', async () => {
  const work = await inTransaction(db, async (tx) => {
    const id = await insertWork(tx, { kind: 'count', startedBy: null });
    await enqueue(tx, 'count.slowly', { work: id });
    return id;
  });
  const state = () => findWork(db.kysely, work);
  await expect.poll(async () => (await state())?.done ?? 0, patience).toBeGreaterThan(2);
  expect(await state()).toMatchObject({ state: 'running', total: 10_000_000, note: 'counting' });
  expect(await requestCancel(db.kysely, work)).toBe(true);
  await expect.poll(state, patience).toMatchObject({ state: 'cancelled' });
  expect(await requestCancel(db.kysely, work)).toBe(false);
});

test('two jobs of one name are refused', async () => {
  const twins = [...jobs, ...jobs];
  await expect(startWorker(db, { jobs: twins })).rejects.toThrow('two jobs are named note.write');
});
