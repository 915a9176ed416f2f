import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type TokenAnswer } from '@comitium/contract';
import { hashOfSecret } from '../../../platform/crypto/secret.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { findOpenSession } from './session-store.ts';
import { issueToken } from './start-session.ts';

/** A new access token for the secret of a session's cookie. */
export const renewToken = async (
  tools: AccountsTools,
  secret: string | null,
): Promise<Result<TokenAnswer, Problem>> => {
  const { db, clock } = tools.platform;
  const session =
    secret === null ? undefined : await findOpenSession(db.kysely, hashOfSecret(secret), clock.now());
  if (session === undefined) return err(problem('session_expired', 'There is no open session; sign in.'));
  const { id, person_id, expires_at } = session;
  return ok(await issueToken(tools, { id, personId: person_id, expiresAt: expires_at }));
};
