import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { enqueue } from './enqueue.ts';
import { keepWorkerPresence } from './worker-presence.ts';

const db = await createTestDatabase();

const lockJobAs = async (workerId: string): Promise<void> => {
  await inTransaction(db, (tx) => enqueue(tx, 'note.write', { by: workerId }));
  await sql`update graphile_worker._private_jobs set locked_by = ${workerId}, locked_at = now()
    where payload ->> 'by' = ${workerId}`.execute(db.kysely);
};

const lockers = async (): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select locked_by as name from graphile_worker._private_jobs where locked_by is not null
    order by 1`.execute(db.kysely);
  return rows.map(({ name }) => name);
};

test('jobs of a worker that died are freed, those of living workers are not', async () => {
  const living = ['alive-1', 'alive-2'].map((workerId) =>
    keepWorkerPresence(db, { workerId, sweepEveryMs: 20 }),
  );
  for (const workerId of ['alive-1', 'alive-2', 'dead']) await lockJobAs(workerId);
  await expect.poll(lockers, { timeout: 20_000 }).toEqual(['alive-1', 'alive-2']);
  await living[1]?.();
  await expect.poll(lockers, { timeout: 20_000 }).toEqual(['alive-1']);
  await living[0]?.();
});
