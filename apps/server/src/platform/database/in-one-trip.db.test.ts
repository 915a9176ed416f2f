import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';
import { CopyWriter } from './copy-writer.ts';
import { inOneTrip } from './in-one-trip.ts';
import { createTestDatabase } from './testing/create-test-database.ts';

const db = await createTestDatabase({ asOwner: true });
await db.pool.query('create table counted (n integer primary key)');
const insert = (n: number) => sql<{ n: number }>`insert into counted (n) values (${n}) returning n`;
const counted = async () => (await db.pool.query('select n from counted order by n')).rows.map(({ n }) => n);

test('statements that are sent together are one transaction, and each has its own rows', async () => {
  const [first, second] = await inOneTrip(db, [insert(1), sql<{ sum: number }>`select 40 + 2 as sum`]);
  expect(first).toEqual([{ n: 1 }]);
  expect(second).toEqual([{ sum: 42 }]);
  expect(await counted()).toEqual([1]);
});

test('one that fails takes all of them back, says why, and leaves the connection fit for use', async () => {
  await expect(inOneTrip(db, [insert(2), insert(1), insert(3)])).rejects.toMatchObject({ code: '23505' });
  const complaint = sql`select refuse_unless(false, 'there is no place')`;
  await expect(inOneTrip(db, [insert(4), complaint])).rejects.toThrow('there is no place');
  await inOneTrip(db, [insert(5), sql`select refuse_unless(true, 'there is no place')`]);
  expect(await counted()).toEqual([1, 5]);
});

test('a statement that the driver will not send takes the others back as well', async () => {
  const before = await counted();
  const unspeakable = {
    toPostgres: () => {
      throw new RangeError('this cannot be spelt');
    },
  };
  const refused = inOneTrip(db, [
    insert(600),
    sql`insert into counted (n) values (${unspeakable})`,
    insert(601),
  ]);
  await expect(refused).rejects.toThrow('this cannot be spelt');
  expect(await counted()).toEqual(before);
  await inOneTrip(db, [insert(602)]);
  expect(await counted()).toEqual([...before, 602]);
});

test('many at once do not mix up their answers', async () => {
  const numbers = Array.from({ length: 50 }, (_, at) => at + 100);
  const answers = await Promise.all(
    numbers.map((n) => inOneTrip(db, [insert(n), sql`select ${n}::int as n`])),
  );
  expect(answers).toEqual(numbers.map((n) => [[{ n }], [{ n }]]));
});

test('copied rows are part of the transaction, and come back as they were', async () => {
  await db.pool.query('create table copied (n integer primary key, said text, told json, bytes bytea)');
  const texts = [
    'plain',
    '',
    'a\tb',
    'back\\slash',
    'line\nbreak\r\n',
    '\\.',
    '\\N',
    'ünï 🗳',
    '{"a,b"}',
    null,
  ];
  const writer = new CopyWriter(0);
  for (const [n, text] of texts.entries()) {
    writer.row(4);
    writer.integer(n);
    writer.text(text);
    writer.json({ text, nested: [{ quoted: '"\n\\' }] });
    if (n === 0) writer.absent();
    else writer.bytea('00ff5c');
  }
  const [copied, seen] = await inOneTrip(db, [
    writer.rows('copied (n, said, told, bytes)'),
    sql<{ count: number }>`select count(*)::integer as count from copied`,
  ]);
  expect(copied).toEqual([]);
  expect(seen).toEqual([{ count: texts.length }]);
  const { rows } = await db.pool.query('select * from copied order by n');
  expect(rows).toEqual(
    texts.map((text, n) => ({
      ...{ n, said: text, told: { text, nested: [{ quoted: '"\n\\' }] } },
      bytes: n === 0 ? null : Buffer.from('00ff5c', 'hex'),
    })),
  );
});

test('rows that cannot be copied take everything back, and so does what fails around them', async () => {
  const rows = (...numbers: number[]) => {
    const writer = new CopyWriter(0);
    for (const n of numbers) {
      writer.row(1);
      writer.integer(n);
    }
    return writer;
  };
  const copy = (...numbers: number[]) => rows(...numbers).rows('counted (n)');
  const tooWide = new CopyWriter(0);
  tooWide.row(1);
  tooWide.text('wider');
  const before = await counted();
  await expect(inOneTrip(db, [insert(201), copy(202, 1), insert(203)])).rejects.toMatchObject({
    ...{ code: '23505', constraint: 'counted_pkey' },
  });
  await expect(inOneTrip(db, [copy(204), tooWide.rows('counted (n)')])).rejects.toMatchObject({
    code: '22P03',
  });
  await expect(inOneTrip(db, [insert(1), copy(205), copy(206)])).rejects.toMatchObject({ code: '23505' });
  await expect(inOneTrip(db, [rows(1).rows('no_such_table (n)')])).rejects.toMatchObject({
    code: '42P01',
  });
  expect(await counted()).toEqual(before);
  await Promise.all(Array.from({ length: 20 }, (_, at) => inOneTrip(db, [copy(300 + at), insert(400 + at)])));
  expect(await counted()).toHaveLength(before.length + 40);
});

test('when the connection goes, whether it was saved is said to be unknown', async () => {
  const cut = sql`select pg_terminate_backend(pg_backend_pid())`;
  await expect(inOneTrip(db, [insert(7), cut])).rejects.toThrow(CommitOutcomeUnknownError);
  await inOneTrip(db, [insert(8)]);
  expect(await counted()).toContain(8);
});
