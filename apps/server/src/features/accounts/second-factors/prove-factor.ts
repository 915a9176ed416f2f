// Answers a challenge with a second factor. Wrong answers count and are kept, also where the request dies after it.
import { err, ok, type Result, type UserId } from '@comitium/basics';
import { type FactorKind, type Problem, type ProveFactorBody, problem } from '@comitium/contract';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import type { Requester } from '../sign-in/requester.ts';
import { checkPasskey } from './check-passkey.ts';
import {
  type ChallengeRow,
  countTries,
  lockChallenge,
  updateChallengeTried,
  updateChallengeUsed,
} from './factor-challenge-store.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import type { RelyingParty } from './relying-party.ts';
import { takeTotpCode } from './totp-store.ts';

/** For one person, by strangers together and by his own devices together. */
export const mostTriesPerHour = 10;
const hourMs = 3_600_000;

export interface ProveFactor {
  readonly purpose: 'sign_in' | 'step_up';
  readonly proof: ProveFactorBody;
  readonly party: RelyingParty;
  readonly requester: Requester;
  /** The session that steps up; null at sign-in. */
  readonly sessionId: string | null;
  /** Operation, for the trail. */
  readonly action: string;
}

export interface ProvedFactor extends Pick<ChallengeRow, 'method'> {
  readonly personId: UserId;
  readonly kind: FactorKind;
}

type Verdict<T> =
  | { readonly kind: 'proved'; readonly value: T }
  | { readonly kind: 'wrong'; readonly triesLeft: number; readonly personId: UserId | null }
  | { readonly kind: 'limited'; readonly personId: UserId };

/** `then` runs in the transaction that takes the factor: a code is used up if and only if it commits. */
export const proveFactor = async <T>(
  tools: AccountsTools,
  command: ProveFactor,
  then: (tx: Transaction, proved: ProvedFactor) => Promise<T>,
): Promise<Result<T, Problem>> => {
  const kind = kindOf(command.proof);
  if (kind === null) return err(notOne());
  const { db, trail } = tools.platform;
  const verdict = await inTransaction(db, (tx) => judge(tx, tools, { ...command, kind, then }));
  if (verdict.kind === 'proved') return ok(verdict.value);
  const { address, requestId } = command.requester;
  const noted = { personId: verdict.personId, action: command.action, address, requestId };
  if (verdict.kind === 'limited') {
    trail.note({ kind: 'rate_limited', ...noted });
    return err(
      problem(
        'rate_limited',
        'Too many wrong codes for this account; wait an hour, or use a device on which you signed in before.',
        {
          retryAfterSeconds: hourMs / 1000,
          quota: { most: mostTriesPerHour, windowSeconds: hourMs / 1000 },
        },
      ),
    );
  }
  trail.note({ kind: 'code_failed', ...noted, detail: { factor: kind } });
  return err(refusal(kind, verdict.triesLeft));
};

const notOne = (): Problem => {
  const message = 'Give one of code, recoveryCode and passkey.';
  return problem('validation_failed', message, { errors: [{ path: '/code', code: 'invalid', message }] });
};

const refusal = (kind: FactorKind, triesLeft: number): Problem =>
  kind === 'passkey'
    ? problem('passkey_refused', 'This passkey is not one of this account, or its answer came too late.', {
        extra: { triesLeft },
      })
    : problem('code_refused', 'The code is not right, or no longer good.', { extra: { triesLeft } });

const kindOf = ({ code, recoveryCode, passkey }: ProveFactorBody): FactorKind | null => {
  const given = [
    ...(code === undefined ? [] : (['totp'] as const)),
    ...(recoveryCode === undefined ? [] : (['recovery_code'] as const)),
    ...(passkey === undefined ? [] : (['passkey'] as const)),
  ];
  return given.length === 1 ? (given[0] ?? null) : null;
};

interface Judging<T> extends ProveFactor {
  readonly kind: FactorKind;
  readonly then: (tx: Transaction, proved: ProvedFactor) => Promise<T>;
}

const judge = async <T>(
  tx: Transaction,
  tools: AccountsTools,
  { kind, then, ...command }: Judging<T>,
): Promise<Verdict<T>> => {
  const now = tools.platform.clock.now();
  const { purpose, sessionId, proof } = command;
  const challenge = await lockChallenge(tx, proof.challenge, { purposes: [purpose], now });
  const personId = challenge?.person_id ?? null;
  if (challenge === undefined || personId === null || challenge.session_id !== sessionId) {
    return { kind: 'wrong', triesLeft: 0, personId: null };
  }
  const since = new Date(now.getTime() - hourMs);
  const tries = await countTries(tx, { personId, knownDevice: challenge.known_device, since });
  if (tries >= mostTriesPerHour) return { kind: 'limited', personId };
  if (!(await takeFactor(tx, tools, { ...command, challenge, personId }))) {
    return { kind: 'wrong', triesLeft: await updateChallengeTried(tx, challenge), personId };
  }
  await updateChallengeUsed(tx, challenge, now);
  return { kind: 'proved', value: await then(tx, { personId, kind, method: challenge.method }) };
};

interface TakeFactor extends ProveFactor {
  readonly challenge: ChallengeRow;
  readonly personId: UserId;
}

const takeFactor = async (
  tx: Transaction,
  { platform }: AccountsTools,
  { proof, party, challenge, personId }: TakeFactor,
): Promise<boolean> => {
  const now = platform.clock.now();
  const { code, recoveryCode, passkey } = proof;
  if (code !== undefined) return takeTotpCode(tx, platform.keys, { personId, code, now, confirmed: true });
  if (recoveryCode !== undefined) return takeRecoveryCode(tx, { personId, code: recoveryCode, now });
  if (passkey === undefined || challenge.webauthn_challenge === null) return false;
  const asked = { challenge: challenge.webauthn_challenge, party, personId, verified: false, now };
  return (await checkPasskey(tx, { assertion: passkey, ...asked })) !== null;
};
