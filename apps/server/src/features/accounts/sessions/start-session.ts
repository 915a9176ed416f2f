import { err, ok, type Result, type UserId, uuidv7 } from '@comitium/basics';
import { type Problem, problem, type TokenAnswer } from '@comitium/contract';
import type { Origin } from '../../../platform/access/origin.ts';
import { hashOfSecret, randomSecret } from '../../../platform/crypto/secret.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { personEvent } from './session-events.ts';
import { insertSession } from './session-store.ts';

/** An access token for the caller's memory and the secret for his cookie, which renews it. */
export interface StartedSession {
  readonly answer: TokenAnswer;
  readonly secret: string;
  readonly personId: UserId;
}

/** Where every way to sign in ends, once it knows who it is. */
export const startSession = async (
  tools: AccountsTools,
  personId: UserId,
  { address, requestId }: { readonly address: string; readonly requestId: string | null },
): Promise<Result<StartedSession, Problem>> => {
  const { clock, config, db } = tools.platform;
  const now = clock.now();
  const secret = randomSecret();
  const session = {
    id: uuidv7(now.getTime()),
    personId,
    secretHash: hashOfSecret(secret),
    startsAt: now,
    expiresAt: new Date(now.getTime() + config.sessionLifetime * 1000),
  };
  const started = await inTransaction(db, async (tx) => {
    if (!(await insertSession(tx, session))) return false;
    const event = { type: 'session.started', payload: { session: session.id } };
    const origin: Origin = { caller: { kind: 'anonymous' }, requestId };
    await appendToLedger(tx, [
      { ...personEvent(personId, origin, event), actor: personId, device: session.id },
    ]);
    return true;
  });
  if (!started) return err(signInFailed());
  tools.onSignedIn(personId, address);
  return ok({ answer: await issueToken(tools, session), secret, personId });
};

/** The one answer to every sign-in that does not succeed. */
export const signInFailed = (): Problem =>
  problem('sign_in_failed', 'E-mail and password do not match an account.');

/** A token never outlives its session. */
export const issueToken = async (
  { platform, tokens }: AccountsTools,
  session: { readonly id: string; readonly personId: UserId; readonly expiresAt: Date },
): Promise<TokenAnswer> => {
  const lifeEndsMs = platform.clock.now().getTime() + platform.config.tokenLifetime * 1000;
  const seconds = Math.floor(Math.min(lifeEndsMs, session.expiresAt.getTime()) / 1000);
  const expiresAt = new Date(seconds * 1000);
  const token = await tokens.issue({ personId: session.personId, sessionId: session.id, expiresAt });
  return { token, expiresAt: expiresAt.toISOString() };
};
