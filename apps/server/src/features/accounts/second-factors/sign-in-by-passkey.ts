import { err, ok, type Result } from '@comitium/basics';
import { type PasskeyAssertion, type Problem, problem } from '@comitium/contract';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { answerOf, openSession, type StartedSession } from '../sessions/open-session.ts';
import type { Requester } from '../sign-in/requester.ts';
import { checkPasskey } from './check-passkey.ts';
import { lockChallenge, updateChallengeUsed } from './factor-challenge-store.ts';
import type { RelyingParty } from './relying-party.ts';

export interface SignInByPasskey {
  readonly challenge: string;
  readonly passkey: PasskeyAssertion;
  readonly party: RelyingParty;
  readonly requester: Requester;
}

const action = 'postAuthPasskeySignIn';

/** A passkey whose device has recognised its owner is two factors: having it, and the finger, face or PIN. */
export const signInByPasskey = async (
  tools: AccountsTools,
  { challenge, passkey, party, requester }: SignInByPasskey,
): Promise<Result<StartedSession, Problem>> => {
  const { db, clock, trail } = tools.platform;
  const now = clock.now();
  const opened = await inTransaction(db, async (tx) => {
    const row = await lockChallenge(tx, challenge, { purposes: ['passkey_sign_in'], now });
    if (row?.webauthn_challenge == null) return null;
    // Used by any answer, right or wrong.
    await updateChallengeUsed(tx, row, now);
    const personId = await checkPasskey(tx, {
      ...{ assertion: passkey, party, personId: null, verified: true, now },
      challenge: row.webauthn_challenge,
    });
    if (personId === null) return null;
    return openSession(tx, tools, { personId, method: 'passkey', secondFactor: true, requester });
  });
  if (opened !== null) return ok(await answerOf(tools, opened));
  const { address, requestId } = requester;
  trail.note({ kind: 'sign_in_failed', personId: null, action, address, requestId });
  return err(problem('passkey_refused', 'This passkey is not known here, or its answer came too late.'));
};
