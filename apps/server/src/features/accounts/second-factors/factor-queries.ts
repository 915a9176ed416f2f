import type { UserId } from '@comitium/basics';
import type { FactorKind } from '@comitium/contract';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import './factor-tables.ts';

type Reader = Kysely<DatabaseSchema>;

export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly transports: string[];
  readonly backed_up: boolean;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

/** What a person can show beside the first factor. */
export interface Factors {
  readonly totpSince: Date | null;
  readonly passkeys: readonly PasskeyRow[];
  readonly recoveryCodesLeft: number;
}

export const findFactors = async (db: Reader, personId: UserId): Promise<Factors> => {
  const totp = await db
    .selectFrom('totp')
    .select('confirmed_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const passkeys = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'transports', 'backed_up', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute();
  const codes = await db
    .selectFrom('recovery_code')
    .select('code_hash')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
  return { totpSince: totp?.confirmed_at ?? null, passkeys, recoveryCodesLeft: codes.length };
};

/** Recovery codes alone are none: they only stand in for a lost factor. */
export const hasFactor = ({ totpSince, passkeys }: Factors): boolean =>
  totpSince !== null || passkeys.length > 0;

/** What a challenge can be answered with. */
export const methodsOf = (factors: Factors): FactorKind[] => [
  ...(factors.totpSince === null ? [] : (['totp'] as const)),
  ...(factors.passkeys.length === 0 ? [] : (['passkey'] as const)),
  ...(factors.recoveryCodesLeft === 0 ? [] : (['recovery_code'] as const)),
];

export const findPasskey = (db: Reader, id: string) =>
  db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
