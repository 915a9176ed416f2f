import { err, type Result } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import { hashPassword, passwordMatches } from '../../../platform/crypto/password-hash.ts';
import { randomSecret } from '../../../platform/crypto/secret.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { findCredentials } from '../people/person-queries.ts';
import { type StartedSession, signInFailed, startSession } from '../sessions/start-session.ts';
import { signInAllowance } from './sign-in-allowance.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Of the network, for the limit. */
  readonly address: string;
  readonly requestId: string | null;
}

/** A hash that no password matches, so that an unknown e-mail costs the same work as a known one. */
const decoyHash = hashPassword(randomSecret());

/** Wrong password, unknown e-mail and disabled account get the same answer after the same work. */
export const signIn = async (
  tools: AccountsTools,
  { email, password, address, requestId }: SignIn,
): Promise<Result<StartedSession, Problem>> => {
  const limited = await signInAllowance(tools.platform, address, email);
  if (limited !== null) return err(limited);
  const found = await findCredentials(tools.platform.db.kysely, email);
  const matches = await passwordMatches(found?.password_hash ?? (await decoyHash), password);
  if (found === undefined || !matches || found.disabled_at !== null) {
    tools.platform.trail.note({
      kind: 'sign_in_failed',
      personId: found?.id ?? null,
      action: 'postAuthSignIn',
      address,
      requestId,
    });
    return err(signInFailed());
  }
  return startSession(tools, found.id, requestId);
};
