// What stands in for a lost second factor: ten codes, each good once.
import { randomBytes } from 'node:crypto';
import type { UserId } from '@comitium/basics';
import { hashOfSecret } from '../../../platform/crypto/secret.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import './factor-tables.ts';

const howMany = 10;
/** Crockford's base32: no letter that looks like a digit, and no u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 16;

/** 80 random bits, `xxxx-xxxx-xxxx-xxxx`: too many to be guessed, so that a fast hash of them can be stored. */
export const drawRecoveryCode = (): string => {
  const signs = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
};

/** As people type it: in whatever case, with or without dashes and blanks, o for 0, i and l for 1. */
export const normaliseRecoveryCode = (text: string): string =>
  text.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');

const hashOf = (code: string): Buffer => hashOfSecret(normaliseRecoveryCode(code));

/** New ones; those before are worth nothing any more. */
export const replaceRecoveryCodes = async (tx: Transaction, personId: UserId): Promise<string[]> => {
  const codes = Array.from({ length: howMany }, drawRecoveryCode);
  await deleteRecoveryCodes(tx, personId);
  await tx
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ person_id: personId, code_hash: hashOf(code), used_at: null })))
    .execute();
  return codes;
};

export const deleteRecoveryCodes = async (tx: Transaction, personId: UserId): Promise<void> => {
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
};

/** Once: of two requests with one code, one is refused. */
export const takeRecoveryCode = async (
  tx: Transaction,
  { personId, code, now }: { personId: UserId; code: string; now: Date },
): Promise<boolean> => {
  const taken = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .returning('person_id')
    .execute();
  return taken.length > 0;
};
