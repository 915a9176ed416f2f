import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';
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

test('many at once do not mix up their answers', async () => {
  const numbers = Array.from({ length: 50 }, (_, at) => at + 100);
  const answers = await Promise.all(
    numbers.map((n) => inOneTrip(db, [insert(n), sql`select ${n}::int as n`])),
  );
  expect(answers).toEqual(numbers.map((n) => [[{ n }], [{ n }]]));
});

test('when the connection goes, whether it was saved is said to be unknown', async () => {
  const cut = sql`select pg_terminate_backend(pg_backend_pid())`;
  await expect(inOneTrip(db, [insert(7), cut])).rejects.toThrow(CommitOutcomeUnknownError);
  await inOneTrip(db, [insert(8)]);
  expect(await counted()).toContain(8);
});
