import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../database/schema.ts';
import type { Transaction } from '../database/transaction.ts';
import { type LedgerPosition, ledgerStart } from './ledger-event.ts';
import './ledger-schema.ts';

const asPosition = (row: { era: number; tx: string; id: number }): LedgerPosition => ({
  era: row.era,
  tx: Number(row.tx),
  id: row.id,
});

/** A new follower begins at the first event that was ever recorded. */
export const insertFollower = async (db: Kysely<DatabaseSchema>, name: string): Promise<void> => {
  await db
    .insertInto('follower')
    .values({ name, ...ledgerStart, tx: String(ledgerStart.tx) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const getPosition = async (db: Kysely<DatabaseSchema>, name: string): Promise<LedgerPosition> =>
  asPosition(
    await db
      .selectFrom('follower')
      .select(['era', 'tx', 'id'])
      .where('name', '=', name)
      .executeTakeFirstOrThrow(),
  );

/** Undefined while another process holds it, which is then handling this follower's events. */
export const lockPosition = async (tx: Transaction, name: string): Promise<LedgerPosition | undefined> => {
  const row = await tx
    .selectFrom('follower')
    .select(['era', 'tx', 'id'])
    .where('name', '=', name)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && asPosition(row);
};

export const updatePosition = async (
  tx: Transaction,
  name: string,
  position: LedgerPosition,
): Promise<void> => {
  await tx
    .updateTable('follower')
    .set({ ...position, tx: String(position.tx), updated_at: sql`now()` })
    .where('name', '=', name)
    .execute();
};
