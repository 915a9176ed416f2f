import { expect, test } from 'vitest';
import { openDatabase } from '../database/index.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendToLedger } from './append-to-ledger.ts';
import { type LedgerEvent, ledgerStart } from './ledger-event.ts';
import { takeOwnEvent } from './own-events.ts';
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
  const undone = inTransaction(db, async (tx) => {
    await appendToLedger(tx, [event(6)]);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const { events, position } = await peekLedger(db, ledgerStart, 100);
  expect(events).toHaveLength(5);
  expect(takeOwnEvent(db, { ...position, id: position.id + 1 })).toBeUndefined();
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
