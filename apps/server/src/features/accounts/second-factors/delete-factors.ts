import type { UserId } from '@comitium/basics';
import type { Transaction } from '../../../platform/database/transaction.ts';
import './factor-tables.ts';

/** Everything that proves who the person was goes with the account. */
export const deleteFactorsOf = async (tx: Transaction, personId: UserId): Promise<void> => {
  for (const table of ['totp', 'passkey', 'recovery_code', 'factor_challenge'] as const) {
    await tx.deleteFrom(table).where('person_id', '=', personId).execute();
  }
};
