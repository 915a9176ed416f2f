import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { createTestDatabase } from './testing/create-test-database.ts';
import { createTemporaryFolder } from './testing/temporary-folders.ts';

const db = await createTestDatabase({ asOwner: true });
const folder = createTemporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

beforeEach(async () => {
  await sql`truncate migration`.execute(db.kysely);
  await sql`drop table if exists first, second`.execute(db.kysely);
  write('0001_first.sql', 'create table first (id int); create index on first (id);');
  write('0002_second.sql', 'create table second (id int);');
});

test('migrations are applied once and in order, however many processes start', async () => {
  const applied = await Promise.all([migrate(db, folder), migrate(db, folder), migrate(db, folder)]);
  expect(applied.flat()).toEqual(['0001_first.sql', '0002_second.sql']);
  expect(await migrate(db, folder)).toEqual([]);
});

test('a migration that was changed or is unknown stops the program', async () => {
  await migrate(db, folder);
  write('0001_first.sql', 'create table first (id bigint);');
  await expect(migrate(db, folder)).rejects.toThrow('0001_first.sql was changed after it was applied');
  rmSync(join(folder, '0001_first.sql'));
  await expect(migrate(db, folder)).rejects.toThrow('0001_first.sql, which this version does not know');
});

test('a migration that fails leaves nothing behind and names itself', async () => {
  write('0002_second.sql', 'create table second (id int); select 1 / 0;');
  await expect(migrate(db, folder)).rejects.toThrow('0002_second.sql failed: division by zero');
  const { rows } = await sql`select to_regclass('first') is not null as first,
    to_regclass('second') is not null as second`.execute(db.kysely);
  expect(rows).toEqual([{ first: true, second: false }]);
});
