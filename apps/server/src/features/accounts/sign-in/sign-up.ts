// Joining by e-mail: nothing exists until the link was followed by whoever knows the password.
import { err, ok, type Result, type UserId, uuidv7 } from '@comitium/basics';
import { type Language, type LinkSent, type Problem, problem } from '@comitium/contract';
import { hashPassword, passwordMatches } from '../../../platform/crypto/password-hash.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { linkLifeMs, readLinkToken } from '../challenges/challenge.ts';
import { burnChallenge, countTry, trySecret } from '../challenges/challenge-store.ts';
import { readAbout } from '../challenges/read-about.ts';
import { refusedLink } from '../challenges/refused-secret.ts';
import { sendLink } from '../challenges/send-secret.ts';
import { insertIdentity } from '../identities/identity-store.ts';
import { checkName } from '../people/check-name.ts';
import { insertPerson } from '../people/person-store.ts';
import type { StartedSession } from '../sessions/open-session.ts';
import { personEvent } from '../sessions/session-events.ts';
import { startSession } from '../sessions/start-session.ts';
import { checkNewPassword } from './check-new-password.ts';
import { readEmailWish } from './read-identity-wish.ts';
import type { Requester } from './requester.ts';

interface AboutSignUp {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly language: Language;
}

export interface SignUp {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly language?: Language;
  readonly requester: Requester;
}

/** The same work and the same answer whether or not the address has an account: its owner learns it from the link. */
export const signUp = async (
  tools: AccountsTools,
  { password, language = 'en', requester, ...wish }: SignUp,
): Promise<Result<LinkSent, Problem>> => {
  const email = readEmailWish(wish.email);
  if (!email.ok) return email;
  const name = checkName(wish.name);
  if (!name.ok) return name;
  const strong = checkNewPassword(password, email.value.value);
  if (!strong.ok) return strong;
  const passwordHash = await hashPassword(password);
  return inTransaction(tools.platform.db, (tx) =>
    sendLink(tx, tools, {
      purpose: 'sign_up',
      target: email.value,
      about: { email: email.value.value, name: name.value, passwordHash, language },
      personId: null,
      requester,
      lifeMs: linkLifeMs.sign_up,
      template: 'verify_email',
      page: '/sign-up/confirm',
      language,
    }),
  );
};

export interface ConfirmSignUp {
  readonly token: string;
  /** Once more: else an address could be made to confirm an account whose password somebody else has chosen. */
  readonly password: string;
  readonly requester: Requester;
}

export const confirmSignUp = async (
  tools: AccountsTools,
  { token, password, requester }: ConfirmSignUp,
): Promise<Result<StartedSession, Problem>> => {
  const { db, keys, clock } = tools.platform;
  const now = clock.now();
  const { id, secret } = readLinkToken(token);
  const tried = await inTransaction(db, (tx) =>
    trySecret(tx, keys, { id, secret, purposes: ['sign_up'], now, burn: false }),
  );
  if (!tried.ok) return err(refusedLink(tools.platform, requester, 'postAuthSignUpConfirm'));
  const about = readAbout<AboutSignUp>(keys, tried.value);
  if (!(await passwordMatches(about.passwordHash, password))) {
    const triesLeft = await inTransaction(db, (tx) => countTry(tx, { id }, now));
    return err(wrongPassword(triesLeft));
  }
  const joined = await inTransaction(db, async (tx) =>
    (await burnChallenge(tx, id, now)) ? join(tx, tools, { ...about, requestId: requester.requestId }) : null,
  );
  if (joined === null) return err(refusedLink(tools.platform, requester, 'postAuthSignUpConfirm'));
  return joined.ok ? startSession(tools, { personId: joined.value, method: 'link', requester }) : joined;
};

const wrongPassword = (triesLeft: number): Problem => {
  const message = 'This is not the password that was chosen for this account.';
  const errors = [{ path: '/password', code: 'password_wrong', message }];
  return problem('validation_failed', message, { errors, extra: { triesLeft } });
};

const join = async (
  tx: Transaction,
  { platform }: AccountsTools,
  { email, name, passwordHash, language, requestId }: AboutSignUp & { requestId: string },
): Promise<Result<UserId, Problem>> => {
  const { keys, clock } = platform;
  const now = clock.now();
  const personId = uuidv7(now.getTime()) as UserId;
  const identity = { kind: 'email', value: email, personId, verifiedAt: now, createdAt: now } as const;
  await insertPerson(tx, { id: personId, name, language, passwordHash, createdBy: null, createdAt: now });
  if (!(await insertIdentity(tx, keys, identity))) {
    await tx.deleteFrom('person').where('id', '=', personId).execute();
    return err(
      problem(
        'email_taken',
        'This address has an account already: sign in, or set a new password by e-mail.',
      ),
    );
  }
  const origin = { caller: { kind: 'anonymous' }, requestId } as const;
  const event = personEvent(personId, origin, { type: 'person.joined', payload: { by: 'email' } });
  await appendToLedger(tx, [{ ...event, actor: personId }]);
  return ok(personId);
};
