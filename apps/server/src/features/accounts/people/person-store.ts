// The only SQL that writes people.
import type { UserId } from '@comitium/basics';
import type { Transaction } from '../../../platform/database/transaction.ts';
import '../accounts-tables.ts';

export interface NewPerson {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly createdBy: UserId | null;
  readonly createdAt: Date;
}

/** False where the e-mail is taken. */
export const insertPerson = async (tx: Transaction, person: NewPerson): Promise<boolean> => {
  const inserted = await tx
    .insertInto('person')
    .values({
      id: person.id,
      email: person.email,
      name: person.name,
      password_hash: person.passwordHash,
      disabled_at: null,
      created_by: person.createdBy,
      created_at: person.createdAt,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .execute();
  return inserted.length > 0;
};

/** False where the person was disabled already. */
export const updatePersonDisabled = async (tx: Transaction, id: UserId, at: Date): Promise<boolean> => {
  const disabled = await tx
    .updateTable('person')
    .set({ disabled_at: at })
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .returning('id')
    .execute();
  return disabled.length > 0;
};

export const updatePasswordHash = async (
  tx: Transaction,
  id: UserId,
  passwordHash: string,
): Promise<void> => {
  await tx.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', id).execute();
};
