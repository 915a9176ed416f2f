import { unwrap } from '@comitium/basics';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
import { didNotAnswerInTime, isDatabaseUnavailable } from './is-database-unavailable.ts';
import { createTemporaryFolder } from './testing/temporary-folders.ts';
import { testLog } from './testing/test-log.ts';
import { inTransaction } from './transaction.ts';

const folder = createTemporaryFolder();

const backendOf = async (db: Database): Promise<number> => {
  const { rows } = await sql<{
    pid: number;
  }>`select pg_backend_pid() as pid, pg_sleep(0.1)`.execute(db.kysely);
  return rows[0]?.pid ?? 0;
};

test('a server that hangs is given up in time, and used again when it answers', async () => {
  const server = unwrap(await startEmbeddedPostgres({ dataDir: folder, log: testLog }));
  const db = openDatabase({
    connectionString: server.connectionString,
    poolSize: 2,
    statementTimeoutMs: 200,
  });
  // Both connections that the pool may have; a new one would be answered.
  const backends = await Promise.all([backendOf(db), backendOf(db)]);
  expect(new Set(backends).size).toBe(2);
  for (const backend of backends) process.kill(backend, 'SIGSTOP');
  let begun = 0;
  const failures = await Promise.all([
    sql`select 2`.execute(db.kysely).catch((error: unknown) => error),
    inTransaction(db, () => Promise.resolve(begun++)).catch((error: unknown) => error),
  ]);
  for (const backend of backends) process.kill(backend, 'SIGCONT');
  expect(failures.map(isDatabaseUnavailable)).toEqual([true, true]);
  expect(failures.map(didNotAnswerInTime)).toEqual([true, true]);
  // Who has waited once is not made to wait for a second connection.
  expect(begun).toBe(0);
  const again = await sql<{ three: number }>`select 3 as three`.execute(db.kysely);
  expect(again.rows).toEqual([{ three: 3 }]);
  await db.close();
  await server.stop();
});
