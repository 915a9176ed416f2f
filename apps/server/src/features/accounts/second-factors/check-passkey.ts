import type { UserId } from '@comitium/basics';
import type { PasskeyAssertion } from '@comitium/contract';
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { findPasskey } from './factor-queries.ts';
import { updatePasskeyUsed } from './passkey-store.ts';
import type { RelyingParty } from './relying-party.ts';

export interface CheckPasskey {
  readonly assertion: PasskeyAssertion;
  /** What was asked; base64url. */
  readonly challenge: string;
  readonly party: RelyingParty;
  /** Whose it has to be; null where the passkey itself says who it is. */
  readonly personId: UserId | null;
  /** Whether the device must have recognised its owner: where the passkey is the only factor. */
  readonly verified: boolean;
  readonly now: Date;
}

/** Whose passkey has signed the challenge; null where none of ours has, or its counter says that it was copied. */
export const checkPasskey = async (
  tx: Transaction,
  { assertion, challenge, party, personId, verified, now }: CheckPasskey,
): Promise<UserId | null> => {
  const passkey = await findPasskey(tx, assertion.id);
  if (passkey === undefined || (personId !== null && passkey.person_id !== personId)) return null;
  const { userHandle } = assertion.response;
  if (userHandle != null && userHandle !== userHandleOf(passkey.person_id)) return null;
  const checked = await verify({
    response: assertion as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.id,
    requireUserVerification: verified,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: Number(passkey.counter),
    },
  });
  if (checked === null || !checked.verified) return null;
  const { newCounter, credentialBackedUp } = checked.authenticationInfo;
  const wish = { id: passkey.id, counter: newCounter, backedUp: credentialBackedUp, now };
  return (await updatePasskeyUsed(tx, wish)) ? passkey.person_id : null;
};

/** The account's id is no personal data, so that the passkey may hold it. */
export const userHandleOf = (personId: UserId): string => Buffer.from(personId).toString('base64url');

type Verification = Awaited<ReturnType<typeof verifyAuthenticationResponse>>;

/** The library throws at whatever does not fit. That is all input of strangers, so that it is a refusal and no fault. */
const verify = async (
  options: Parameters<typeof verifyAuthenticationResponse>[0],
): Promise<Verification | null> => {
  try {
    return await verifyAuthenticationResponse(options);
  } catch {
    return null;
  }
};
