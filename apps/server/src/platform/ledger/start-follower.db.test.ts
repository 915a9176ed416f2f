import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { comparePositions, type LedgerEvent, ledgerStart, type RecordedEvent } from './ledger-event.ts';
import { lastPosition } from './read-ledger.ts';
import { runningFollowers } from './running-followers.ts';
import { startFollower } from './start-follower.ts';
import { noOrigin } from './testing/no-origin.ts';

const db = await createTestDatabase({ asOwner: true, poolSize: 24 });
await sql`create table seen (follower text, number int, primary key (follower, number))`.execute(db.kysely);

const patience = { timeout: 20_000 };

const event = (number: number): LedgerEvent => ({
  stream: `thing:${number % 7}`,
  type: 'thing.counted',
  version: 1,
  ...noOrigin,
  payload: { number, text: 'quote " backslash \\ ünï 🗳' },
});

const numbersOf = (events: readonly RecordedEvent[]): number[] =>
  events.map(({ payload }) => payload['number'] as number);

const append = (...numbers: number[]): Promise<void> =>
  inTransaction(db, (tx) => appendToLedger(tx, numbers.map(event)));

const seenBy = async (follower: string): Promise<number[]> => {
  const { rows } = await sql<{ number: number }>`
    select number from seen where follower = ${follower} order by number`.execute(db.kysely);
  return rows.map(({ number }) => number);
};

/** Fails by its primary key when an event takes effect twice. */
const startCounting = (name: string, batch = 50, on = db) =>
  startFollower(on, {
    name,
    stored: true,
    batch,
    handle: async (events, tx) => {
      for (const number of numbersOf(events)) {
        await sql`insert into seen values (${name}, ${number})`.execute(tx);
      }
    },
  });

test('events keep their content and are refused any change', async () => {
  const received: RecordedEvent[] = [];
  const follower = await startFollower(db, {
    name: 'content',
    stored: false,
    handle: (events) => void received.push(...events),
  });
  await append(-1, -2);
  await follower.caughtUp();
  expect(received).toHaveLength(2);
  expect(received[0]).toMatchObject({ ...event(-1), actor: null, onBehalfOf: null, requestId: null });
  expect(received[0]?.occurredAt).toBeInstanceOf(Date);
  expect(received[1]?.position).toEqual(await lastPosition(db.kysely));
  await follower.stop();
  await expect(sql`update ledger set type = 'x'`.execute(db.kysely)).rejects.toThrow('append-only');
  await expect(sql`delete from ledger`.execute(db.kysely)).rejects.toThrow('append-only');
  await expect(sql`truncate ledger`.execute(db.kysely)).rejects.toThrow('append-only');
});

test('transactions that overlap, commit out of order or roll back: each committed event once', async () => {
  const [first, second] = await Promise.all([startCounting('overlap', 7), startCounting('overlap', 11)]);
  const live: number[] = [];
  const screen = await startFollower(db, {
    name: 'screen',
    stored: false,
    handle: (events) => void live.push(...numbersOf(events)),
  });
  const write = (number: number) =>
    inTransaction(db, async (tx) => {
      await appendToLedger(tx, [event(number)]);
      await sql`select pg_sleep(${Math.random() * 0.02})`.execute(tx);
      if (number % 5 === 0) throw new Error('rolled back on purpose');
    }).catch((error: Error) => expect(error.message).toBe('rolled back on purpose'));
  await Promise.all(Array.from({ length: 300 }, (_, index) => write(index + 1)));
  await Promise.all([first.caughtUp(), second.caughtUp(), screen.caughtUp()]);
  const committed = Array.from({ length: 300 }, (_, index) => index + 1).filter((number) => number % 5 !== 0);
  expect((await seenBy('overlap')).filter((number) => number > 0)).toEqual(committed);
  expect(live.toSorted((a, b) => a - b)).toEqual(committed);
  await Promise.all([first.stop(), second.stop(), screen.stop()]);
});

test('a long transaction delays events and loses none', async () => {
  const follower = await startCounting('patient');
  let finish: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let begun: () => void = () => undefined;
  const begins = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const long = inTransaction(db, async (tx) => {
    await appendToLedger(tx, [event(1001)]);
    begun();
    await held;
  });
  await begins;
  await append(1002);
  const caughtUp = follower.caughtUp();
  expect(await follower.lag()).toMatchObject({ events: expect.any(Number) });
  expect(await seenBy('patient')).not.toContain(1002);
  finish();
  await long;
  await caughtUp;
  await follower.caughtUp();
  expect(await seenBy('patient')).toEqual(expect.arrayContaining([1001, 1002]));
  expect(await follower.lag()).toEqual({ events: 0, seconds: 0 });
  await follower.stop();
});

test('a follower whose connections are killed in the middle of a batch goes on and repeats nothing', async () => {
  const other = openDatabase({ connectionString: db.connectionString, applicationName: 'to be killed' });
  const follower = await startCounting('killed', 5, other);
  for (let round = 0; round < 10; round += 1) {
    await append(...Array.from({ length: 30 }, (_, index) => 2000 + round * 30 + index));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'to be killed'`.execute(db.kysely);
  }
  const target = (await lastPosition(db.kysely)) ?? ledgerStart;
  await expect.poll(() => comparePositions(follower.health().position, target), patience).toBe(0);
  const numbers = (await seenBy('killed')).filter((number) => number >= 2000);
  expect(numbers).toEqual(Array.from({ length: 300 }, (_, index) => 2000 + index));
  await follower.stop();
  await other.close();
});

test('an event that cannot be handled holds the follower, is visible, and the events before it get through', async () => {
  let poisoned = true;
  const handled: number[] = [];
  const start = await lastPosition(db.kysely);
  const follower = await startFollower(db, {
    name: 'poisoned',
    stored: false,
    ...(start && { from: start }),
    handle: (events) => {
      if (poisoned && numbersOf(events).includes(3003)) throw new Error('cannot digest 3003');
      handled.push(...numbersOf(events));
    },
  });
  await append(3001, 3002, 3003, 3004);
  await expect.poll(() => follower.health(), patience).toMatchObject({ lastError: 'cannot digest 3003' });
  await expect.poll(() => handled, patience).toEqual([3001, 3002]);
  expect(runningFollowers(db)).toContain(follower);
  poisoned = false;
  await follower.caughtUp();
  expect(handled).toEqual([3001, 3002, 3003, 3004]);
  expect(follower.health()).toMatchObject({ failures: 0, lastError: null });
  await follower.stop();
  expect(runningFollowers(db)).toEqual([]);
});

test('a stopped follower rejects those who wait for it', async () => {
  const follower = await startCounting('stopped');
  await follower.stop();
  await expect(follower.caughtUp()).rejects.toThrow('was stopped');
});

test('a follower that rests takes together what was committed meanwhile, and at once when somebody waits', async () => {
  const steps: number[][] = [];
  const follower = await startFollower(db, {
    name: 'resting',
    stored: true,
    restMs: 600_000,
    handle: async (events) => void steps.push(numbersOf(events)),
  });
  await follower.caughtUp();
  const stepsBefore = steps.length;
  const numbers = Array.from({ length: 20 }, (_, index) => 5000 + index);
  for (const number of numbers) await append(number);
  await follower.caughtUp();
  expect(steps.flat().slice(-numbers.length)).toEqual(numbers);
  expect(steps.length - stepsBefore).toBeLessThan(numbers.length / 2);
  await follower.stop();
});
