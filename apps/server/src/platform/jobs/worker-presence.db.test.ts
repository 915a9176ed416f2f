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

const held = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_locks where locktype = 'advisory' and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db.kysely);
  return rows[0]?.n ?? 0;
};

test('jobs of a worker that died are freed, those of living workers are not', async () => {
  const living = ['alive-1', 'alive-2'].map((workerId) =>
    keepWorkerPresence(db, { workerId, sweepEveryMs: 20 }),
  );
  // Whoever takes jobs has its lock by then.
  await expect.poll(held, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
  for (const workerId of ['alive-1', 'alive-2', 'dead']) await lockJobAs(workerId);
  await expect.poll(lockers, { timeout: 20_000 }).toEqual(['alive-1', 'alive-2']);
  await living[1]?.();
  await expect.poll(lockers, { timeout: 20_000 }).toEqual(['alive-1']);
  await living[0]?.();
});
