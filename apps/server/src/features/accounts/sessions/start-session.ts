import { err, ok, type Result, type UserId } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { askForFactor } from '../second-factors/ask-for-factor.ts';
import type { Requester } from '../sign-in/requester.ts';
import { answerOf, openSession, type StartedSession } from './open-session.ts';
import type { SignInMethod } from './sign-in-method.ts';

export interface StartSession {
  readonly personId: UserId;
  readonly method: Exclude<SignInMethod, 'passkey'>;
  readonly requester: Requester;
}

/**
 * Where every first factor ends, once it knows who it is. Whoever has a second factor gets the problem
 * `second_factor_required` with a challenge for it, and no session.
 */
export const startSession = async (
  tools: AccountsTools,
  { personId, method, requester }: StartSession,
): Promise<Result<StartedSession, Problem>> => {
  const started = await inTransaction(tools.platform.db, async (tx) => {
    const asked = await askForFactor(tx, tools, { personId, method, requester });
    if (asked !== null) return err(asked);
    const opened = await openSession(tx, tools, { personId, method, requester, secondFactor: false });
    return opened === null ? err(signInFailed()) : ok(opened);
  });
  return started.ok ? ok(await answerOf(tools, started.value)) : started;
};

/** The one answer to every sign-in that does not succeed. */
export const signInFailed = (): Problem =>
  problem('sign_in_failed', 'E-mail and password do not match an account.');
