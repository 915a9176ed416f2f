import { err, ok, type Result, type UserId, uuidv7 } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import { randomSecret } from '../../../platform/crypto/secret.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { JsonObject } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import type { Identity, Phone } from '../identities/identity.ts';
import { findOwner } from '../identities/identity-queries.ts';
import { purposeOf } from '../identities/identity-store.ts';
import type { Requester } from '../sign-in/requester.ts';
import { type ChallengePurpose, drawCode } from './challenge.ts';
import { challengePurpose, insertChallenge, macOfSecret } from './challenge-store.ts';
import { isKnown, takeSendAllowance } from './send-allowance.ts';

export interface ChallengeWish {
  readonly purpose: ChallengePurpose;
  readonly target: Identity | Phone;
  /** What is to happen when the secret comes back; stored sealed. */
  readonly about: JsonObject;
  readonly personId: UserId | null;
  readonly requester: Requester;
  readonly lifeMs: number;
}

export interface IssuedChallenge {
  readonly id: string;
  /** To be sent and forgotten: six digits for a phone, 256 bits for a mailbox. */
  readonly secret: string;
  readonly expiresAt: Date;
  readonly resendAt: Date;
}

/** Counts and stores a challenge; the caller sends its secret in the same transaction. */
export const issueChallenge = async (
  tx: Transaction,
  { platform }: Pick<AccountsTools, 'platform'>,
  wish: ChallengeWish,
): Promise<Result<IssuedChallenge, Problem>> => {
  const { keys, clock, config, trail } = platform;
  const { target, requester, personId } = wish;
  const owner = (await findOwner(tx, keys, target))?.personId ?? null;
  const known = isKnown(requester, owner);
  const prefix = 'prefix' in target ? target.prefix : null;
  const requesterMac = keys.mac('requester', known ? `person ${owner}` : requester.network);
  const targetMacs = keys.macs(purposeOf(target.kind), target.value);
  const refused = await takeSendAllowance(tx, platform, { targetMacs, requesterMac, prefix, known });
  if (refused !== null) {
    const { address, requestId } = requester;
    trail.note({ kind: 'rate_limited', personId, action: `send ${wish.purpose}`, address, requestId });
    return err(refused);
  }
  const now = clock.now();
  const id = uuidv7(now.getTime());
  const secret = target.kind === 'phone' ? drawCode() : randomSecret();
  const expiresAt = new Date(now.getTime() + wish.lifeMs);
  await insertChallenge(tx, {
    id,
    purpose: wish.purpose,
    secret_mac: macOfSecret(keys, id, secret),
    sealed: keys.seal(challengePurpose, JSON.stringify(wish.about)),
    person_id: personId,
    target_mac: keys.mac(purposeOf(target.kind), target.value),
    requester_mac: requesterMac,
    prefix,
    known,
    created_at: now,
    expires_at: expiresAt,
  });
  return ok({ id, secret, expiresAt, resendAt: new Date(now.getTime() + config.codeResend * 1000) });
};
