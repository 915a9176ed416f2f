import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { CommitRolledBackError } from './checked-pool.ts';
import { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';
import { createTestDatabase } from './testing/create-test-database.ts';
import { afterCommit, inTransaction, type Transaction } from './transaction.ts';

const db = await createTestDatabase({ asOwner: true });
await sql`create table account (id int primary key, balance bigint not null)`.execute(db.kysely);
await sql`insert into account values (1, 100), (2, 100)`.execute(db.kysely);

const balanceOf = async (id: number): Promise<number | undefined> => {
  const { rows } = await sql<{ balance: number }>`select balance from account where id = ${id}`.execute(
    db.kysely,
  );
  return rows[0]?.balance;
};

const add = (tx: Transaction, id: number, amount: number) =>
  sql`update account set balance = balance + ${amount} where id = ${id}`.execute(tx);

test('two transactions that deadlock both succeed in the end', async () => {
  let waiting = 0;
  let bothHoldOne: () => void;
  const met = new Promise<void>((resolve) => {
    bothHoldOne = resolve;
  });
  const move = (from: number, to: number) =>
    inTransaction(db, async (tx) => {
      await add(tx, from, -10);
      waiting += 1;
      if (waiting === 2) bothHoldOne();
      await met;
      await add(tx, to, 10);
    });
  await Promise.all([move(1, 2), move(2, 1)]);
  expect([await balanceOf(1), await balanceOf(2)]).toEqual([100, 100]);
  expect(waiting).toBe(3);
});

test('serializable transactions that conflict are run again until both took effect', async () => {
  const before = (await balanceOf(1)) ?? 0;
  const raise = () =>
    inTransaction(
      db,
      async (tx) => {
        const { rows } = await sql<{ balance: number }>`select balance from account where id = 1`.execute(tx);
        await sql`update account set balance = ${(rows[0]?.balance ?? 0) + 1} where id = 1`.execute(tx);
      },
      { isolation: 'serializable' },
    );
  await Promise.all([raise(), raise()]);
  expect(await balanceOf(1)).toBe(before + 2);
});

test('a failing transaction leaves nothing and throws its own error', async () => {
  const before = await balanceOf(2);
  const failing = inTransaction(db, async (tx) => {
    await add(tx, 2, 5);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await balanceOf(2)).toBe(before);
});

test('a commit that PostgreSQL turned into a rollback is an error', async () => {
  const careless = inTransaction(db, async (tx) => {
    await add(tx, 2, 5);
    await sql`select 1 / 0`.execute(tx).catch((error: Error) => error.message);
  });
  await expect(careless).rejects.toBeInstanceOf(CommitRolledBackError);
});

test('afterCommit runs after the commit and not after a rollback', async () => {
  const seen: string[] = [];
  await inTransaction(db, async (tx) => afterCommit(tx, () => seen.push('committed')));
  await inTransaction(db, async (tx) => {
    afterCommit(tx, () => seen.push('rolled back'));
    throw new Error('no');
  }).catch((error: Error) => seen.push(error.message));
  expect(seen).toEqual(['committed', 'no']);
});

test('a connection lost during commit is told as an unknown outcome and nothing is tried again', async () => {
  await sql`create table watched (id int);
    create function end_session() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger ends_session after insert on watched deferrable initially deferred
      for each row execute function end_session()`.execute(db.kysely);
  let attempts = 0;
  const losing = inTransaction(db, async (tx) => {
    attempts += 1;
    await sql`insert into watched values (1)`.execute(tx);
  });
  await expect(losing).rejects.toBeInstanceOf(CommitOutcomeUnknownError);
  expect(attempts).toBe(1);
});

test('a read-only transaction refuses to write', async () => {
  const writing = inTransaction(db, (tx) => add(tx, 1, 1), { readOnly: true });
  await expect(writing).rejects.toMatchObject({ code: '25006' });
});

test('bigint arrives as a number, and one that would lose digits is an error', async () => {
  const { rows } = await sql`select 9007199254740991::bigint as n, array[1, null]::bigint[] as many`.execute(
    db.kysely,
  );
  expect(rows).toEqual([{ n: Number.MAX_SAFE_INTEGER, many: [1, null] }]);
  await expect(sql`select 9007199254740993::bigint`.execute(db.kysely)).rejects.toThrow(RangeError);
});
