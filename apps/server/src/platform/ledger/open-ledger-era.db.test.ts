import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendToLedger } from './append-to-ledger.ts';
import type { LedgerEvent } from './ledger-event.ts';
import { ledgerStart } from './ledger-event.ts';
import { openLedgerEra } from './open-ledger-era.ts';
import { readLedger } from './read-ledger.ts';
import { noOrigin } from './testing/no-origin.ts';

const db = await createTestDatabase({ asOwner: true });

const event = (number: number): LedgerEvent => ({
  stream: 'n',
  type: 'number.named',
  version: 1,
  payload: { number },
  ...noOrigin,
});

const numbersAfter = async (position = ledgerStart): Promise<unknown[]> =>
  (await readLedger(db.kysely, position, 100)).events.map(({ payload }) => payload['number']);

test('a ledger that was restored into another cluster is read in full, and new events come after it', async () => {
  // What pg_restore does: rows keep transaction ids that this server has not reached yet.
  await sql`insert into ledger (tx, stream, type, version, payload)
    values ('9000000000', 'n', 'number.named', 1, '{"number": 1}')`.execute(db.kysely);
  expect(await numbersAfter()).toEqual([]);
  expect(await openLedgerEra(db)).toBe(2);
  await inTransaction(db, (tx) => appendToLedger(tx, [event(2)]));
  // Transactions of other databases in the same cluster hold an event back until they end.
  await expect.poll(() => numbersAfter(), { timeout: 30_000 }).toEqual([1, 2]);
  expect(await numbersAfter({ era: 1, tx: 9_000_000_000, id: 1 })).toEqual([2]);
  expect(await openLedgerEra(db)).toBe(2);
});
