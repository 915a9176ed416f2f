// The only SQL that writes people.
import type { UserId } from '@comitium/basics';
import type { Language } from '@comitium/contract';
import type { Transaction } from '../../../platform/database/transaction.ts';
import '../accounts-tables.ts';

export interface NewPerson {
  readonly id: UserId;
  readonly name: string;
  readonly language?: Language;
  readonly passwordHash: string | null;
  readonly createdBy: UserId | null;
  readonly createdAt: Date;
}

export const insertPerson = async (tx: Transaction, person: NewPerson): Promise<void> => {
  await tx
    .insertInto('person')
    .values({
      id: person.id,
      name: person.name,
      ...(person.language && { language: person.language }),
      password_hash: person.passwordHash,
      disabled_at: null,
      created_by: person.createdBy,
      created_at: person.createdAt,
    })
    .execute();
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
