import { unwrap } from '@comitium/basics';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
import { isDatabaseUnavailable } from './is-database-unavailable.ts';
import { createTemporaryFolder } from './testing/temporary-folders.ts';
import { testLog } from './testing/test-log.ts';

const folder = createTemporaryFolder();

test('a server that hangs is given up in time, and used again when it answers', async () => {
  const server = unwrap(await startEmbeddedPostgres({ dataDir: folder, log: testLog }));
  const db = openDatabase({
    connectionString: server.connectionString,
    poolSize: 2,
    statementTimeoutMs: 200,
  });
  await sql`select 1`.execute(db.kysely);
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db.kysely);
  const backend = rows[0]?.pid ?? 0;
  process.kill(backend, 'SIGSTOP');
  const failure = await sql`select 2`.execute(db.kysely).catch((error: unknown) => error);
  process.kill(backend, 'SIGCONT');
  expect(isDatabaseUnavailable(failure)).toBe(true);
  const again = await sql<{ three: number }>`select 3 as three`.execute(db.kysely);
  expect(again.rows).toEqual([{ three: 3 }]);
  await db.close();
  await server.stop();
});
