import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../database/index.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { type LedgerEvent, ledgerStart, type RecordedEvent } from './ledger-event.ts';
import { findOwnEvents } from './own-events.ts';
import { peekLedger } from './peek-ledger.ts';
import { readLedger } from './read-ledger.ts';

const db = await createTestDatabase();
const other = openDatabase({ connectionString: db.connectionString });

const event = (n: number): LedgerEvent => ({
  stream: `thing:${n}`,
  type: 'thing.counted',
  version: 1,
  payload: { n, text: 'line\nbreak "quoted" \\ ღამე', share: 2.5, empty: '' },
  actor: '01900000-0000-7000-8000-000000000000',
  onBehalfOf: null,
  device: 'program:test',
  requestId: null,
  reason: 'because\nso',
});
const append = (to: typeof db, ...numbers: number[]) =>
  inTransaction(to, (tx) => appendToLedger(tx, numbers.map(event)));

/** Transactions of other databases in the same cluster hold events back until they end. */
const settled = () =>
  expect.poll(async () => (await readLedger(db.kysely, ledgerStart, 100)).pending).toBe(false);

test('what this process has committed is told as the database has it, to the letter', async () => {
  await append(db, 1, 2, 3);
  await append(other, 4);
  await append(db, 5);
  await settled();
  const peeked = await peekLedger(db, ledgerStart, 100);
  const read = await readLedger(db.kysely, ledgerStart, 100);
  expect(peeked).toStrictEqual(read);
  expect(read.events.map(({ payload }) => payload['n'])).toEqual([1, 2, 3, 4, 5]);
  await other.close();
});

test('what was rolled back is not kept', async () => {
  let place = { era: 0, tx: 0 };
  const undone = inTransaction(db, async (tx) => {
    await appendToLedger(tx, [event(6)]);
    const { rows } = await sql<{ era: number; tx: string }>`
      select era, pg_current_xact_id()::text as tx from ledger_era`.execute(tx);
    place = { era: rows[0]?.era ?? 0, tx: Number(rows[0]?.tx) };
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const { events } = await peekLedger(db, ledgerStart, 100);
  expect(events).toHaveLength(5);
  expect(place.tx).toBeGreaterThan(0);
  const whole = { first: 0, last: Number.MAX_SAFE_INTEGER, count: 1 };
  expect(findOwnEvents(db, { ...place, ...whole })).toBeUndefined();
});

test('whoever takes less than was read finds the rest after it', async () => {
  await append(db, 7, 8, 9);
  await settled();
  const first = await peekLedger(db, ledgerStart, 2);
  expect(first.events.map(({ payload }) => payload['n'])).toEqual([1, 2]);
  expect(first.atHead).toBe(false);
  const rest = await peekLedger(db, first.position, 100);
  const last = await peekLedger(db, rest.position, 100);
  const numbers = [...rest.events, ...last.events].map(({ payload }) => payload['n']);
  expect(numbers).toEqual([3, 4, 5, 7, 8, 9]);
});

test('a transaction that is read in parts is told as the database has it, in this process and another', async () => {
  const { position } = await readLedger(db.kysely, ledgerStart, 100);
  const many = Array.from({ length: 3_000 }, (_, at) => 1_000 + at);
  const late = openDatabase({ connectionString: db.connectionString });
  await append(db, ...many);
  await inTransaction(db, async (tx) => {
    await appendToLedger(tx, [event(5_000)]);
    await appendToLedger(tx, [event(5_001), event(5_002)]);
  });
  await expect.poll(async () => (await readLedger(db.kysely, position, 9_000)).pending).toBe(false);
  const { events: whole } = await readLedger(db.kysely, position, 9_000);
  expect(whole).toHaveLength(3_003);
  for (const reader of [db, late]) {
    const seen: RecordedEvent[] = [];
    for (let from = position, more = true; more; ) {
      const slice = await peekLedger(reader, from, 1_300);
      seen.push(...slice.events);
      more = slice.events.length > 0;
      from = slice.position;
    }
    expect(seen).toStrictEqual(whole);
  }
  await late.close();
});
