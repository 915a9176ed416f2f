import { err, ok, type Result } from '@comitium/basics';
import type { Problem, ProveFactorBody } from '@comitium/contract';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { answerOf, openSession, type StartedSession } from '../sessions/open-session.ts';
import { personEvent } from '../sessions/session-events.ts';
import { signInFailed } from '../sessions/start-session.ts';
import type { Requester } from '../sign-in/requester.ts';
import { proveFactor } from './prove-factor.ts';
import type { RelyingParty } from './relying-party.ts';
import { tellOfSecurity } from './tell-of-security.ts';

export interface CompleteSignIn {
  readonly proof: ProveFactorBody;
  readonly party: RelyingParty;
  readonly requester: Requester;
}

/** The second step: the factor is used up and the session begins together, or neither. */
export const completeSignIn = async (
  tools: AccountsTools,
  command: CompleteSignIn,
): Promise<Result<StartedSession, Problem>> => {
  const { requester } = command;
  const proof = { ...command, purpose: 'sign_in', sessionId: null, action: 'postAuthSecondFactor' } as const;
  const proved = await proveFactor(tools, proof, async (tx, { personId, kind, method }) => {
    const opened = await openSession(tx, tools, {
      ...{ personId, requester, secondFactor: true },
      method: method ?? 'password',
    });
    if (opened !== null && kind === 'recovery_code') {
      const origin = { caller: { kind: 'anonymous' }, requestId: requester.requestId } as const;
      const event = personEvent(personId, origin, { type: 'recovery-code.used', payload: {} });
      await appendToLedger(tx, [{ ...event, actor: personId, device: opened.id }]);
      await tellOfSecurity(tx, tools, { personId, notice: 'recovery_code_used' });
    }
    return opened;
  });
  if (!proved.ok) return proved;
  return proved.value === null ? err(signInFailed()) : ok(await answerOf(tools, proved.value));
};
