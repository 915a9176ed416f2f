import type { UserId } from '@comitium/basics';
import type { AccountExport } from '@comitium/contract';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import { findFactors } from './factor-queries.ts';

/** For the account's owner: which there are, never what they are. */
export const exportFactors = async (
  db: Kysely<DatabaseSchema>,
  personId: UserId,
): Promise<AccountExport['secondFactors']> => {
  const { totpSince, passkeys, recoveryCodesLeft } = await findFactors(db, personId);
  return {
    authenticatorApp: totpSince !== null,
    passkeys: passkeys.map(({ name, created_at }) => ({ name, createdAt: created_at.toISOString() })),
    recoveryCodesLeft,
  };
};
