// A new password for whoever reads the account's mailbox. Whether there is an account is looked up by a job, so that
// asking costs the same work and gets the same answer for every address.
import { err, ok, type Result, type UserId } from '@comitium/basics';
import type { Language, LinkSent, Problem } from '@comitium/contract';
import { hashPassword } from '../../../platform/crypto/password-hash.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { linkLifeMs, readLinkToken } from '../challenges/challenge.ts';
import { burnChallenge, burnChallengesOf, trySecret } from '../challenges/challenge-store.ts';
import { issueChallenge } from '../challenges/issue-challenge.ts';
import { readAbout } from '../challenges/read-about.ts';
import { refusedLink } from '../challenges/refused-secret.ts';
import { describeLink } from '../challenges/send-secret.ts';
import { cancelChanges } from '../changes/change-store.ts';
import { updateIdentityVerified } from '../identities/identity-store.ts';
import { updatePasswordHash } from '../people/person-store.ts';
import { appendSessionsEnded, personEvent } from '../sessions/session-events.ts';
import { endSessionsOf } from '../sessions/session-store.ts';
import { checkNewPassword } from './check-new-password.ts';
import { readEmailWish } from './read-identity-wish.ts';
import type { Requester } from './requester.ts';

export interface AboutReset {
  readonly email: string;
  readonly language: Language;
}

export const resetJob = 'password.send-reset-link';

export interface ForgotPassword {
  readonly email: string;
  readonly language?: Language;
  readonly requester: Requester;
}

export const forgotPassword = async (
  tools: AccountsTools,
  { email, language = 'en', requester }: ForgotPassword,
): Promise<Result<LinkSent, Problem>> => {
  const target = readEmailWish(email);
  if (!target.ok) return target;
  return inTransaction(tools.platform.db, async (tx) => {
    const wish = {
      purpose: 'reset_password',
      target: target.value,
      about: { email: target.value.value, language },
      personId: null,
      requester,
      lifeMs: linkLifeMs.reset_password,
    } as const;
    const issued = await issueChallenge(tx, tools, wish);
    if (!issued.ok) return issued;
    await enqueue(tx, resetJob, { challenge: issued.value.id });
    return ok(describeLink(wish, issued.value));
  });
};

export interface ResetPassword {
  readonly token: string;
  readonly password: string;
  readonly requester: Requester;
}

const action = 'postAuthPasswordReset';

/** Ends every session; the person signs in anew, with all factors. */
export const resetPassword = async (
  tools: AccountsTools,
  { token, password, requester }: ResetPassword,
): Promise<Result<void, Problem>> => {
  const { db, keys, clock } = tools.platform;
  const now = clock.now();
  const { id, secret } = readLinkToken(token);
  const tried = await inTransaction(db, (tx) =>
    trySecret(tx, keys, { id, secret, purposes: ['reset_password'], now, burn: false }),
  );
  const personId = tried.ok ? tried.value.person_id : null;
  if (!tried.ok || personId === null) return err(refusedLink(tools.platform, requester, action));
  const strong = checkNewPassword(password, readAbout<AboutReset>(keys, tried.value).email);
  if (!strong.ok) return strong;
  const passwordHash = await hashPassword(password);
  const done = await inTransaction(db, async (tx) =>
    (await burnChallenge(tx, id, now)) ? save(tx, tools, { personId, passwordHash, requester }) : false,
  );
  return done ? ok(undefined) : err(refusedLink(tools.platform, requester, action));
};

const save = async (
  tx: Transaction,
  tools: AccountsTools,
  { personId, passwordHash, requester }: { personId: UserId; passwordHash: string; requester: Requester },
): Promise<boolean> => {
  const now = tools.platform.clock.now();
  const origin = { caller: { kind: 'anonymous' }, requestId: requester.requestId } as const;
  await updatePasswordHash(tx, personId, passwordHash);
  await updateIdentityVerified(tx, { personId, kind: 'email' }, now);
  await burnChallengesOf(tx, personId, now);
  // Whoever had the account until now may have begun to change where it is reached.
  await cancelChanges(tx, personId, ['phone', 'email']);
  const event = personEvent(personId, origin, { type: 'password.changed', payload: { by: 'link' } });
  await appendToLedger(tx, [{ ...event, actor: personId }]);
  const sessions = await endSessionsOf(tx, personId, { at: now, except: null });
  await appendSessionsEnded(tx, tools, { sessions, origin });
  return true;
};
