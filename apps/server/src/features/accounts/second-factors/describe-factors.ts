import type { SecondFactors } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { findFactors } from './factor-queries.ts';
import { needsSecondFactor } from './needs-second-factor.ts';

export const describeFactors = async (
  { platform }: AccountsTools,
  { id, grants, limited = false }: PersonCaller,
): Promise<SecondFactors> => {
  const { totpSince, passkeys, recoveryCodesLeft } = await findFactors(platform.db.kysely, id);
  return {
    totp: totpSince === null ? null : { since: totpSince.toISOString() },
    passkeys: passkeys.map((passkey) => ({
      id: passkey.id,
      name: passkey.name,
      createdAt: passkey.created_at.toISOString(),
      lastUsedAt: passkey.last_used_at?.toISOString() ?? null,
      backedUp: passkey.backed_up,
    })),
    recoveryCodesLeft,
    required: limited || needsSecondFactor(platform.config, grants),
    limited,
  };
};
