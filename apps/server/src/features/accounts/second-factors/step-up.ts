// A session shows its second factor again, for what a browser left open must not allow.
import { err, ok, type Result } from '@comitium/basics';
import {
  type FactorChallenge,
  type Problem,
  type ProveFactorBody,
  problem,
  type TokenAnswer,
} from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { issueToken } from '../sessions/issue-token.ts';
import { personEvent } from '../sessions/session-events.ts';
import { findSessionProof } from '../sessions/session-queries.ts';
import { updateSecondFactorShown } from '../sessions/session-store.ts';
import type { Requester } from '../sign-in/requester.ts';
import { insertChallenge } from './factor-challenge-store.ts';
import { findFactors, hasFactor, methodsOf } from './factor-queries.ts';
import { proveFactor } from './prove-factor.ts';
import type { RelyingParty } from './relying-party.ts';

export interface StepUp {
  readonly caller: PersonCaller;
  readonly sessionId: string;
}

export const beginStepUp = async (
  { platform }: AccountsTools,
  { caller, sessionId }: StepUp,
): Promise<Result<FactorChallenge, Problem>> => {
  const { db, clock } = platform;
  const factors = await findFactors(db.kysely, caller.id);
  if (!hasFactor(factors)) return err(problem('factor_not_found', 'You have no second factor to show.'));
  const { secret, expiresAt } = await insertChallenge(
    db.kysely,
    {
      ...{ purpose: 'step_up', personId: caller.id, sessionId, method: null },
      ...{ webauthnChallenge: null, knownDevice: true },
    },
    clock.now(),
  );
  return ok({ challenge: secret, methods: methodsOf(factors), expiresAt: expiresAt.toISOString() });
};

export interface ConfirmStepUp extends StepUp {
  readonly proof: ProveFactorBody;
  readonly party: RelyingParty;
  readonly requester: Requester;
}

/** The token says from now on that the session showed a second factor. */
export const confirmStepUp = async (
  tools: AccountsTools,
  { caller, sessionId, ...command }: ConfirmStepUp,
): Promise<Result<TokenAnswer, Problem>> => {
  const { clock } = tools.platform;
  const { requestId } = command.requester;
  const wish = { ...command, purpose: 'step_up', sessionId, action: 'postAuthStepUpConfirm' } as const;
  const proved = await proveFactor(tools, wish, async (tx, { personId, kind }) => {
    if (!(await updateSecondFactorShown(tx, sessionId, clock.now()))) return undefined;
    const event = { type: 'session.stepped-up', payload: { session: sessionId, kind } } as const;
    await appendToLedger(tx, [personEvent(personId, { caller, requestId }, event)]);
    return findSessionProof(tx, sessionId);
  });
  if (!proved.ok) return proved;
  if (proved.value === undefined) {
    return err(problem('session_expired', 'This session has ended; sign in again.'));
  }
  const { person_id: personId, expires_at: expiresAt } = proved.value;
  return ok(await issueToken(tools, { id: sessionId, personId, expiresAt, secondFactor: true }));
};
