// The only SQL that writes authenticator apps.
import type { UserId } from '@comitium/basics';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { stepOfCode } from './totp.ts';
import './factor-tables.ts';

/** For the change of keys: what the column `sealed` is sealed for. */
export const totpPurpose = 'totp secret';

/** One that was begun and never confirmed makes place. False where one is in use. */
export const insertTotp = async (
  tx: Transaction,
  keys: KeyRing,
  { personId, secret, now }: { personId: UserId; secret: string; now: Date },
): Promise<boolean> => {
  await tx.deleteFrom('totp').where('person_id', '=', personId).where('confirmed_at', 'is', null).execute();
  const inserted = await tx
    .insertInto('totp')
    .values({
      person_id: personId,
      sealed: keys.seal(totpPurpose, secret),
      confirmed_at: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute();
  return inserted.length > 0;
};

export interface TotpTry {
  readonly personId: UserId;
  readonly code: string;
  readonly now: Date;
  /** Whether the app is in use already, or is being proved for the first time. */
  readonly confirmed: boolean;
}

/** Takes a code, once. The row is locked, so that of two requests with one code one is refused. */
export const takeTotpCode = async (
  tx: Transaction,
  keys: KeyRing,
  { personId, code, now, confirmed }: TotpTry,
): Promise<boolean> => {
  const row = await tx
    .selectFrom('totp')
    .select(['sealed', 'last_step', 'confirmed_at'])
    .where('person_id', '=', personId)
    .where('confirmed_at', confirmed ? 'is not' : 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return false;
  const lastStep = Number(row.last_step);
  const step = stepOfCode(keys.open(totpPurpose, row.sealed), code, { now, lastStep });
  if (step === null) return false;
  await tx
    .updateTable('totp')
    .set({ last_step: String(step), confirmed_at: row.confirmed_at ?? now })
    .where('person_id', '=', personId)
    .execute();
  return true;
};

export const deleteTotp = async (tx: Transaction, personId: UserId): Promise<boolean> => {
  const deleted = await tx
    .deleteFrom('totp')
    .where('person_id', '=', personId)
    .returning('confirmed_at')
    .execute();
  return deleted.some(({ confirmed_at }) => confirmed_at !== null);
};
