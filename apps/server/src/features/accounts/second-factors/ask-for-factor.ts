import type { UserId } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import type { Requester } from '../sign-in/requester.ts';
import type { ChallengeRow } from './factor-challenge-store.ts';
import { insertChallenge } from './factor-challenge-store.ts';
import { findFactors, hasFactor, methodsOf } from './factor-queries.ts';

export interface AskForFactor {
  readonly personId: UserId;
  readonly method: NonNullable<ChallengeRow['method']>;
  readonly requester: Requester;
}

/** Null for whoever has only one factor. Else the problem that carries the challenge for the second one. */
export const askForFactor = async (
  tx: Transaction,
  { platform }: AccountsTools,
  { personId, method, requester }: AskForFactor,
): Promise<Problem | null> => {
  const factors = await findFactors(tx, personId);
  if (!hasFactor(factors)) return null;
  const knownDevice = requester.knownPersonId === personId;
  const { secret, expiresAt } = await insertChallenge(
    tx,
    { purpose: 'sign_in', personId, sessionId: null, method, webauthnChallenge: null, knownDevice },
    platform.clock.now(),
  );
  return problem('second_factor_required', 'Show your second factor to finish signing in.', {
    extra: { challenge: secret, methods: methodsOf(factors), expiresAt: expiresAt.toISOString() },
  });
};
