import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { noOrigin } from './testing/no-origin.ts';

const db = await createTestDatabase({ asOwner: true });
// The primary key refuses an event that takes effect twice.
await sql`create table counted (number int primary key)`.execute(db.kysely);
const program = join(import.meta.dirname, 'testing', 'count-forever.ts');
const patience = { timeout: 30_000 };

const startCounter = () => {
  const child = spawn(process.execPath, [program, db.connectionString], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    kill: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
};

const countUp = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from counted`.execute(db.kysely);
  return rows[0]?.n ?? 0;
};

test('a process that is killed while it follows: the next one goes on, and every event counts once', async () => {
  const total = 2_000;
  const numbers = Array.from({ length: total }, (_, number) => number);
  for (let from = 0; from < total; from += 100) {
    const events = numbers
      .slice(from, from + 100)
      .map(
        (number) =>
          ({ stream: 'n', type: 'number.named', version: 1, payload: { number }, ...noOrigin }) as const,
      );
    await inTransaction(db, (tx) => appendToLedger(tx, events));
  }
  for (const enough of [1, 400, 800]) {
    const counter = startCounter();
    await expect.poll(countUp, { ...patience, interval: 1 }).toBeGreaterThanOrEqual(enough);
    await counter.kill();
  }
  const pair = [startCounter(), startCounter()];
  await expect.poll(countUp, patience).toBe(total);
  await Promise.all(pair.map((counter) => counter.kill()));
});
