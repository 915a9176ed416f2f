import type { UserId } from '@comitium/basics';
import type { Transaction } from '../../platform/database/transaction.ts';
import './message-tables.ts';

/**
 * For the deletion of an account: erases addresses and contents of the person's messages, also of those still waiting,
 * and the browsers. What must still reach the person, such as the farewell, is sent with `personId: null`.
 */
export const forgetPerson = async (tx: Transaction, personId: UserId): Promise<void> => {
  await tx.deleteFrom('push_subscription').where('person_id', '=', personId).execute();
  await tx
    .updateTable('message')
    .set({ sealed: null, person_id: null })
    .where('person_id', '=', personId)
    .execute();
};
