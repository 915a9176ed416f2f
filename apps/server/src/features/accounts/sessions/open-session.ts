import { type UserId, uuidv7 } from '@comitium/basics';
import type { TokenAnswer } from '@comitium/contract';
import type { Origin } from '../../../platform/access/origin.ts';
import { randomSecret } from '../../../platform/crypto/secret.ts';
import { afterCommit, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import type { Requester } from '../sign-in/requester.ts';
import { issueToken, type SessionFacts } from './issue-token.ts';
import { insertRefreshToken } from './refresh-token-store.ts';
import { personEvent } from './session-events.ts';
import { hasSignedIn } from './session-queries.ts';
import { insertSession } from './session-store.ts';
import type { SignInMethod } from './sign-in-method.ts';
import { tellOfNewDevice } from './tell-of-new-device.ts';

/** An access token for the caller's memory and the secret that renews it, once. */
export interface StartedSession {
  readonly answer: TokenAnswer;
  readonly secret: string;
  readonly personId: UserId;
  readonly carrier: 'cookie' | 'body';
  readonly expiresAt: Date;
}

export interface OpenSession {
  readonly personId: UserId;
  readonly method: SignInMethod;
  readonly secondFactor: boolean;
  readonly requester: Requester;
}

export interface OpenedSession extends SessionFacts {
  readonly secret: string;
  readonly carrier: 'cookie' | 'body';
}

/** Everything that was asked of the person has been shown. Null where he was disabled in the meantime. */
export const openSession = async (
  tx: Transaction,
  tools: AccountsTools,
  { personId, method, secondFactor, requester }: OpenSession,
): Promise<OpenedSession | null> => {
  const { clock, config } = tools.platform;
  const now = clock.now();
  const { device, place, carrier, requestId } = requester;
  const newDevice = requester.knownPersonId !== personId && (await hasSignedIn(tx, personId));
  const id = uuidv7(now.getTime());
  const expiresAt = new Date(now.getTime() + config.sessionLifetime * 1000);
  const inserted = await insertSession(tx, {
    ...{ id, personId, method, carrier, device, place, newDevice, expiresAt },
    startsAt: now,
    secondFactorAt: secondFactor ? now : null,
  });
  if (!inserted) return null;
  const secret = randomSecret();
  await insertRefreshToken(tx, { secret, sessionId: id, now });
  const origin: Origin = { caller: { kind: 'anonymous' }, requestId };
  const event = {
    type: 'session.started',
    payload: { session: id, method, secondFactor, newDevice },
  } as const;
  await appendToLedger(tx, [{ ...personEvent(personId, origin, event), actor: personId, device: id }]);
  if (newDevice) await tellOfNewDevice(tx, tools, { personId, device, at: now });
  afterCommit(tx, () => tools.onSignedIn(personId, requester.address));
  return { id, personId, expiresAt, secondFactor, secret, carrier };
};

/** After the commit: what goes out to whoever signed in. */
export const answerOf = async (tools: AccountsTools, opened: OpenedSession): Promise<StartedSession> => {
  const { secret, carrier, personId, expiresAt } = opened;
  const answer = await issueToken(tools, opened);
  return {
    answer: carrier === 'body' ? { ...answer, refreshToken: secret } : answer,
    ...{ secret, carrier, personId, expiresAt },
  };
};
