import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '@comitium/basics';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { isDatabaseUnavailable } from '../is-database-unavailable.ts';
import { spawnPostgresOwner } from '../testing/spawn-postgres-owner.ts';
import { createTemporaryFolder } from '../testing/temporary-folders.ts';
import { testLog } from '../testing/test-log.ts';
import { isAlive, readPostmaster } from './postmaster-file.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

const root = createTemporaryFolder();
afterAll(() => rmSync(root, { recursive: true, force: true }));
const patience = { timeout: 20_000 };

const start = async (dataDir: string) => unwrap(await startEmbeddedPostgres({ dataDir, log: testLog }));

const query = async (connectionString: string, statement: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
};

test('what was written is there after a stop and a start, and fsync is on', async () => {
  const dataDir = join(root, 'kept');
  const first = await start(dataDir);
  await query(first.connectionString, 'create table kept as select 42 as answer');
  await first.stop();
  const second = await start(dataDir);
  expect(await query(second.connectionString, 'select answer from kept')).toEqual([{ answer: 42 }]);
  expect(await query(second.connectionString, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await query(second.connectionString, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  await second.stop();
  await expect(query(second.connectionString, 'select 1')).rejects.toSatisfy(isDatabaseUnavailable);
});

test('a second one on the same folder gets one clear sentence and does no harm', async () => {
  const dataDir = join(root, 'shared');
  const owner = await start(dataDir);
  const second = await startEmbeddedPostgres({ dataDir, log: testLog });
  expect(second).toMatchObject({ ok: false, error: { code: 'folder-in-use' } });
  expect(second.ok ? '' : second.error.detail).toContain(`process ${process.pid}`);
  expect(await query(owner.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  await owner.stop();
});

test('of several that start at the same moment one gets the folder', async () => {
  const dataDir = join(root, 'race');
  const results = await Promise.all([1, 2, 3].map(() => startEmbeddedPostgres({ dataDir, log: testLog })));
  const winners = results.flatMap((result) => (result.ok ? [result.value] : []));
  expect(winners).toHaveLength(1);
  for (const result of results) if (!result.ok) expect(result.error.code).toBe('folder-in-use');
  await winners[0]?.stop();
});

test('a server that outlived its killed owner is taken over with everything in it', async () => {
  const dataDir = join(root, 'orphan');
  const owner = await spawnPostgresOwner(dataDir);
  await query(owner.connectionString, 'create table kept as select 7 as answer');
  await owner.kill();
  const orphan = readPostmaster(join(dataDir, 'cluster'));
  const heir = await start(dataDir);
  expect(readPostmaster(join(dataDir, 'cluster'))?.pid).not.toBe(orphan?.pid);
  expect(await query(heir.connectionString, 'select answer from kept')).toEqual([{ answer: 7 }]);
  await heir.stop();
});

test('a program that ends without having stopped its server asks it to end, also one that was halted', async () => {
  const dataDir = join(root, 'fault');
  const owner = await spawnPostgresOwner(dataDir);
  const { pid = 0 } = readPostmaster(join(dataDir, 'cluster')) ?? {};
  process.kill(pid, 'SIGSTOP');
  await owner.fail();
  await expect.poll(() => isAlive(pid), patience).toBe(false);
});

test('a server that is killed is started again, and a pool goes on working', async () => {
  const dataDir = join(root, 'crash');
  const server = await start(dataDir);
  const db = openDatabase({ connectionString: server.connectionString, log: testLog });
  await db.pool.query('create table kept as select 1 as answer');
  process.kill(readPostmaster(join(dataDir, 'cluster'))?.pid ?? 0, 'SIGKILL');
  const answer = async () => {
    try {
      return (await db.pool.query('select answer from kept')).rows;
    } catch (error) {
      expect(error).toSatisfy(isDatabaseUnavailable);
      return [];
    }
  };
  await expect.poll(answer, patience).toEqual([]);
  await expect.poll(answer, patience).toEqual([{ answer: 1 }]);
  const second = await startEmbeddedPostgres({ dataDir, log: testLog });
  expect(second).toMatchObject({ ok: false, error: { code: 'folder-in-use' } });
  await db.close();
  await server.stop();
});

test('a record left by a server whose number now belongs to another process is no obstacle', async () => {
  const dataDir = join(root, 'stale');
  await (await start(dataDir)).stop();
  writeFileSync(
    join(dataDir, 'cluster', 'postmaster.pid'),
    `${process.pid}\n${dataDir}\n1\n5432\n/gone\n\n\nready\n`,
  );
  const server = await start(dataDir);
  expect(await query(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a folder whose path is too long for a socket works all the same', async () => {
  const dataDir = join(root, 'deep-'.repeat(12), 'deeper-'.repeat(10));
  const server = await start(dataDir);
  expect(await query(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a folder that cannot be written is told in one sentence', async () => {
  writeFileSync(join(root, 'file'), '');
  const result = await startEmbeddedPostgres({ dataDir: join(root, 'file', 'data'), log: testLog });
  expect(result).toMatchObject({ ok: false, error: { code: 'folder-not-writable' } });
});

test.runIf(process.getuid?.() === 0)('as root, a folder that nobody can enter is named', async () => {
  const closed = join(root, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const result = await startEmbeddedPostgres({ dataDir: join(closed, 'data'), log: testLog });
  expect(result.ok ? '' : result.error.detail).toContain(`cannot enter ${closed}`);
});
