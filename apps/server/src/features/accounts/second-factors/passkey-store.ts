// The only SQL that writes passkeys.
import type { UserId } from '@comitium/basics';
import type { Insertable } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import './factor-tables.ts';

/** False where the passkey is known already, here or in another account. */
export const insertPasskey = async (
  tx: Transaction,
  row: Insertable<DatabaseSchema['passkey']>,
): Promise<boolean> => {
  const inserted = await tx
    .insertInto('passkey')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.length > 0;
};

/** False where a signature with this counter was taken before: a copy of the passkey may be in use. */
export const updatePasskeyUsed = async (
  tx: Transaction,
  { id, counter, backedUp, now }: { id: string; counter: number; backedUp: boolean; now: Date },
): Promise<boolean> => {
  const updated = await tx
    .updateTable('passkey')
    .set({ counter: String(counter), backed_up: backedUp, last_used_at: now })
    .where('id', '=', id)
    // Most passkeys that are kept in a cloud do not count: then it stays 0.
    .where((is) => (counter === 0 ? is('counter', '=', '0') : is('counter', '<', String(counter))))
    .returning('id')
    .execute();
  return updated.length > 0;
};

export const deletePasskey = async (
  tx: Transaction,
  { id, personId }: { id: string; personId: UserId },
): Promise<boolean> => {
  const deleted = await tx
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('id')
    .execute();
  return deleted.length > 0;
};
