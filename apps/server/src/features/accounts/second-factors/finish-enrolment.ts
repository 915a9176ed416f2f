import { err, ok, type Result } from '@comitium/basics';
import { type FactorEnrolled, type Problem, problem } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { issueToken } from '../sessions/issue-token.ts';
import { personEvent } from '../sessions/session-events.ts';
import { findSessionProof } from '../sessions/session-queries.ts';
import { updateSecondFactorShown } from '../sessions/session-store.ts';
import { findFactors, hasFactor } from './factor-queries.ts';
import { replaceRecoveryCodes } from './recovery-codes.ts';
import { tellOfSecurity } from './tell-of-security.ts';

export interface FinishEnrolment {
  readonly caller: PersonCaller;
  readonly sessionId: string;
  readonly requestId: string;
  readonly kind: 'totp' | 'passkey';
  /** False where the factor was not proved; then nothing happens. */
  readonly save: (tx: Transaction) => Promise<boolean>;
}

/**
 * A factor that was just proved counts for this session at once. With the first one come the recovery codes. Null
 * where it was not proved.
 */
export const finishEnrolment = async (
  tools: AccountsTools,
  { caller, sessionId, requestId, kind, save }: FinishEnrolment,
): Promise<Result<FactorEnrolled, Problem> | null> => {
  const { db, clock } = tools.platform;
  const { id: personId } = caller;
  const saved = await inTransaction(db, async (tx) => {
    // Two first factors at once must not both bring recovery codes.
    await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
    const isFirst = !hasFactor(await findFactors(tx, personId));
    if (!(await save(tx))) return null;
    const isOpen = await updateSecondFactorShown(tx, sessionId, clock.now());
    const session = isOpen ? await findSessionProof(tx, sessionId) : undefined;
    const recoveryCodes = isFirst ? await replaceRecoveryCodes(tx, personId) : null;
    const event = personEvent(personId, { caller, requestId }, { type: 'factor.added', payload: { kind } });
    await appendToLedger(tx, [event]);
    await tellOfSecurity(tx, tools, { personId, notice: 'factor_added' });
    return { recoveryCodes, session };
  });
  if (saved === null) return null;
  const { session, recoveryCodes } = saved;
  if (session === undefined) return err(problem('session_expired', 'This session has ended; sign in again.'));
  const expiresAt = session.expires_at;
  const token = await issueToken(tools, { id: sessionId, personId, expiresAt, secondFactor: true });
  return ok({ recoveryCodes, token });
};
