// What a browser is asked to sign, and where the question is kept until the answer comes.
import { err, ok, type Result } from '@comitium/basics';
import { type PasskeyOptions, type Problem, problem } from '@comitium/contract';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { insertChallenge, lockChallenge, updateWebauthnChallenge } from './factor-challenge-store.ts';
import { findFactors } from './factor-queries.ts';
import type { RelyingParty } from './relying-party.ts';

/** For signing in without a name: the browser offers whatever passkeys it has for this site. */
export const offerPasskeySignIn = async (
  { platform }: AccountsTools,
  party: RelyingParty,
): Promise<PasskeyOptions> => {
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' });
  const { secret, expiresAt } = await insertChallenge(
    platform.db.kysely,
    {
      purpose: 'passkey_sign_in',
      webauthnChallenge: options.challenge,
      ...{ personId: null, sessionId: null, method: null, knownDevice: false },
    },
    platform.clock.now(),
  );
  return { challenge: secret, options, expiresAt: expiresAt.toISOString() };
};

/** For a challenge that waits for a second factor. */
export const offerPasskey = async (
  { platform }: AccountsTools,
  { secret, party }: { secret: string; party: RelyingParty },
): Promise<Result<PasskeyOptions, Problem>> =>
  inTransaction(platform.db, async (tx) => {
    const now = platform.clock.now();
    const challenge = await lockChallenge(tx, secret, { purposes: ['sign_in', 'step_up'], now });
    const personId = challenge?.person_id ?? null;
    const passkeys = personId === null ? [] : (await findFactors(tx, personId)).passkeys;
    if (challenge === undefined || passkeys.length === 0) {
      return err(problem('passkey_refused', 'There is nothing to be signed, or it is over; begin again.'));
    }
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      userVerification: 'preferred',
      allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
    });
    await updateWebauthnChallenge(tx, challenge, options.challenge);
    return ok({ challenge: secret, options, expiresAt: challenge.expires_at.toISOString() });
  });
