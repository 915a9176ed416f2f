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

/** What its owner may change. */
export const updateProfile = async (
  tx: Transaction,
  id: UserId,
  profile: { readonly name?: string; readonly language?: Language },
): Promise<void> => {
  await tx.updateTable('person').set(profile).where('id', '=', id).execute();
};

/** False where it was erased already. */
export const erasePerson = async (tx: Transaction, id: UserId, at: Date): Promise<boolean> => {
  const erased = await tx
    .updateTable('person')
    .set((is) => ({
      name: '',
      password_hash: null,
      erased_at: at,
      disabled_at: is.fn.coalesce('disabled_at', is.val(at)),
    }))
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .returning('id')
    .execute();
  return erased.length > 0;
};
