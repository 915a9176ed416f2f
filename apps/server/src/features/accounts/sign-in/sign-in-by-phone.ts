// Joining and signing in by phone are one way: whoever reads the code is let into the number's account, or gets one.
import { err, ok, type Result, type UserId, uuidv7 } from '@comitium/basics';
import { type CodeSent, type Language, type Problem, problem } from '@comitium/contract';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { defaultWindowSeconds } from '../../../platform/http/rate-limiter.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { trySecret } from '../challenges/challenge-store.ts';
import { readAbout } from '../challenges/read-about.ts';
import { refusedCode } from '../challenges/refused-secret.ts';
import { sendCode } from '../challenges/send-secret.ts';
import { findOwner } from '../identities/identity-queries.ts';
import { insertIdentity, updateIdentityVerified } from '../identities/identity-store.ts';
import { checkName } from '../people/check-name.ts';
import { insertPerson } from '../people/person-store.ts';
import type { StartedSession } from '../sessions/open-session.ts';
import { personEvent } from '../sessions/session-events.ts';
import { startSession } from '../sessions/start-session.ts';
import { readPhoneWish } from './read-identity-wish.ts';
import type { Requester } from './requester.ts';

interface AboutSignIn {
  readonly phone: string;
  readonly language: Language;
}

export interface RequestCode {
  readonly phone: string;
  readonly language?: Language;
  readonly requester: Requester;
}

/** The same work and the same answer whether or not the number has an account. */
export const requestPhoneCode = async (
  tools: AccountsTools,
  { phone, language = 'en', requester }: RequestCode,
): Promise<Result<CodeSent, Problem>> => {
  const target = readPhoneWish(tools.platform, phone);
  if (!target.ok) return target;
  return inTransaction(tools.platform.db, (tx) =>
    sendCode(tx, tools, {
      purpose: 'sign_in',
      target: target.value,
      about: { phone: target.value.value, language },
      personId: null,
      requester,
      template: 'sign_in_code',
      language,
    }),
  );
};

export interface SignInByPhone {
  readonly challenge: string;
  readonly code: string;
  readonly name?: string;
  readonly requester: Requester;
}

const action = 'postAuthPhoneSignIn';
const triesPerAddress = 60;

export const signInByPhone = async (
  tools: AccountsTools,
  { challenge, code, name, requester }: SignInByPhone,
): Promise<Result<StartedSession, Problem>> => {
  const { db, keys, clock, config, rateLimiter } = tools.platform;
  const called = name === undefined ? ok('') : checkName(name);
  if (!called.ok) return called;
  const verdict = config.rateLimits
    ? await rateLimiter.take(`code address ${requester.network}`, triesPerAddress)
    : null;
  if (verdict !== null && !verdict.allowed) {
    const retryAfterSeconds = verdict.resetSeconds;
    const quota = { most: triesPerAddress, windowSeconds: defaultWindowSeconds };
    const detail = 'Too many codes were tried; wait a moment.';
    return err(problem('rate_limited', detail, { retryAfterSeconds, quota }));
  }
  const now = clock.now();
  const wish = { id: challenge, purposes: ['sign_in'], secret: code, now, burn: true } as const;
  const personId = await inTransaction(db, async (tx): Promise<Result<UserId, number>> => {
    const tried = await trySecret(tx, keys, wish);
    if (!tried.ok) return tried;
    const about = readAbout<AboutSignIn>(keys, tried.value);
    return ok(
      await ensurePerson(tx, tools, { ...about, name: called.value, requestId: requester.requestId }),
    );
  });
  if (personId.ok) return startSession(tools, { personId: personId.value, method: 'phone', requester });
  return err(refusedCode(tools.platform, requester, { triesLeft: personId.error, action }));
};

interface Joining extends AboutSignIn {
  readonly name: string;
  readonly requestId: string;
}

const ensurePerson = async (
  tx: Transaction,
  { platform }: AccountsTools,
  { phone, language, name, requestId }: Joining,
): Promise<UserId> => {
  const { keys, clock } = platform;
  const now = clock.now();
  const identity = { kind: 'phone', value: phone } as const;
  const owner = await findOwner(tx, keys, identity);
  if (owner !== undefined) {
    await updateIdentityVerified(tx, { personId: owner.personId, kind: 'phone' }, now);
    return owner.personId;
  }
  const personId = uuidv7(now.getTime()) as UserId;
  await insertPerson(tx, {
    id: personId,
    name,
    language,
    passwordHash: null,
    createdBy: null,
    createdAt: now,
  });
  const free = await insertIdentity(tx, keys, { ...identity, personId, verifiedAt: now, createdAt: now });
  // Two codes of one number at the same moment: this transaction is undone, and the code can be sent again.
  if (!free) throw new Error('the number was joined by another request at the same time');
  const origin = { caller: { kind: 'anonymous' }, requestId } as const;
  const event = personEvent(personId, origin, { type: 'person.joined', payload: { by: 'phone' } });
  await appendToLedger(tx, [{ ...event, actor: personId }]);
  return personId;
};
