import { err, type Result, type UserId } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import { hashPassword, passwordMatches } from '../../../platform/crypto/password-hash.ts';
import { randomSecret } from '../../../platform/crypto/secret.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { type Identity, readEmail } from '../identities/identity.ts';
import { findOwner } from '../identities/identity-queries.ts';
import { purposeOf } from '../identities/identity-store.ts';
import { findCredentials } from '../people/person-queries.ts';
import type { StartedSession } from '../sessions/open-session.ts';
import { signInFailed, startSession } from '../sessions/start-session.ts';
import type { Requester } from './requester.ts';
import { signInAllowance } from './sign-in-allowance.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly requester: Requester;
}

/** A hash that no password matches, so that an unknown e-mail costs the same work as a known one. */
const decoyHash = hashPassword(randomSecret());
/** Asked for where an e-mail is nobody's, so that it costs the same queries. */
const nobody = '00000000-0000-0000-0000-000000000000' as UserId;
const action = 'postAuthSignIn';

/** Wrong password, unknown e-mail and disabled account get the same answer after the same work. */
export const signIn = async (
  tools: AccountsTools,
  { email, password, requester }: SignIn,
): Promise<Result<StartedSession, Problem>> => {
  const { db, keys, trail } = tools.platform;
  const read = readEmail(email);
  const identity: Identity = read.ok ? read.value : { kind: 'email', value: '' };
  const owner = (await findOwner(db.kysely, keys, identity))?.personId ?? null;
  const target = keys.mac(purposeOf('email'), identity.value).toString('base64url');
  const limited = await signInAllowance(tools.platform, { requester, target, owner, action });
  if (limited !== null) return err(limited);
  const found = await findCredentials(db.kysely, owner ?? nobody);
  const matches = await passwordMatches(found?.password_hash ?? (await decoyHash), password);
  if (owner === null || found === undefined || !matches || found.disabled_at !== null) {
    const { address, requestId } = requester;
    trail.note({ kind: 'sign_in_failed', personId: owner, action, address, requestId });
    return err(signInFailed());
  }
  return startSession(tools, { personId: owner, method: 'password', requester });
};
