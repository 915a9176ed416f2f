import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { selectBytes } from './select-bytes.ts';
import { createTestDatabase } from './testing/create-test-database.ts';
import { inTransaction } from './transaction.ts';

const db = await createTestDatabase();

test('columns come as the bytes of their types, large ones whole', async () => {
  const rows = await inTransaction(db, (tx) =>
    selectBytes(
      tx,
      sql`select 7::integer, 'ünï'::text, null::text, ''::text, decode(repeat('00ff0a5c', 100000), 'hex')
        union all select n, 'row', 'x', 'y', '\\x0102'::bytea from generate_series(1, 500) n`,
    ),
  );
  expect(rows).toHaveLength(501);
  const [number, text, nothing, empty, large] = rows[0] ?? [];
  expect(number?.readInt32BE()).toBe(7);
  expect(text?.toString()).toBe('ünï');
  expect([nothing, empty?.length]).toEqual([null, 0]);
  expect(large?.toString('hex')).toBe('00ff0a5c'.repeat(100_000));
  expect(rows.slice(1).map((row) => row[0]?.readInt32BE())).toEqual(
    Array.from({ length: 500 }, (_, at) => at + 1),
  );
});

test('no rows are no rows, and what fails is thrown as by any statement', async () => {
  const bytes = (select: ReturnType<typeof sql>) => inTransaction(db, (tx) => selectBytes(tx, select));
  expect(await bytes(sql`select 1 where false`)).toEqual([]);
  await expect(bytes(sql`select 1 / (n - 3) from generate_series(1, 5) n`)).rejects.toMatchObject({
    code: '22012',
  });
  await expect(bytes(sql`select * from no_such_table`)).rejects.toMatchObject({ code: '42P01' });
  await expect(bytes(sql`select ${1}::integer`)).rejects.toMatchObject({ code: '42P02' });
  expect(await bytes(sql`select 1::integer`)).toHaveLength(1);
});

test('between two others in one transaction it sees what the transaction has done', async () => {
  const seen = await inTransaction(db, async (tx) => {
    await sql`create temporary table here (n integer) on commit drop`.execute(tx);
    await sql`insert into here values (3), (4)`.execute(tx);
    const rows = await selectBytes(tx, sql`select n from here order by n`);
    await sql`insert into here values (5)`.execute(tx);
    return rows.map(([n]) => n?.readInt32BE());
  });
  expect(seen).toEqual([3, 4]);
});
