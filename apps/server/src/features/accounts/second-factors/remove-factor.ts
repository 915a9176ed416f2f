import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type RecoveryCodes } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { personEvent } from '../sessions/session-events.ts';
import { findFactors, hasFactor } from './factor-queries.ts';
import { needsSecondFactor } from './needs-second-factor.ts';
import { deletePasskey } from './passkey-store.ts';
import { deleteRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts';
import { tellOfSecurity } from './tell-of-security.ts';
import { deleteTotp } from './totp-store.ts';

export interface RemoveFactor {
  readonly caller: PersonCaller;
  readonly requestId: string;
  /** The authenticator app, or the passkey with this id. */
  readonly factor: { readonly kind: 'totp' } | { readonly kind: 'passkey'; readonly id: string };
}

/** Undoes the transaction: the last factor of somebody whose role needs one stays. */
class LastFactorError extends Error {
  override readonly name = 'LastFactorError';
}

/** With the last factor the recovery codes go too: there is nothing left to stand in for. */
export const removeFactor = async (
  tools: AccountsTools,
  { caller, requestId, factor }: RemoveFactor,
): Promise<Result<void, Problem>> => {
  const { db, config } = tools.platform;
  const { id: personId } = caller;
  const remove = async (tx: Transaction): Promise<boolean> => {
    await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
    const removed =
      factor.kind === 'totp'
        ? await deleteTotp(tx, personId)
        : await deletePasskey(tx, { id: factor.id, personId });
    if (!removed) return false;
    if (!hasFactor(await findFactors(tx, personId))) {
      if (needsSecondFactor(config, caller.grants)) throw new LastFactorError();
      await deleteRecoveryCodes(tx, personId);
    }
    const event = { type: 'factor.removed', payload: { kind: factor.kind } } as const;
    await appendToLedger(tx, [personEvent(personId, { caller, requestId }, event)]);
    await tellOfSecurity(tx, tools, { personId, notice: 'factor_removed' });
    return true;
  };
  try {
    if (await inTransaction(db, remove)) return ok(undefined);
    return err(problem('factor_not_found', 'You have no such second factor.'));
  } catch (error) {
    if (!(error instanceof LastFactorError)) throw error;
    return err(
      problem('wrong_state', 'Your role needs a second factor: add another one before you remove this.'),
    );
  }
};

/** Ten new ones; the old ones are worth nothing from now on. */
export const renewRecoveryCodes = async (
  { platform }: AccountsTools,
  { caller, requestId }: Pick<RemoveFactor, 'caller' | 'requestId'>,
): Promise<Result<RecoveryCodes, Problem>> =>
  inTransaction(platform.db, async (tx) => {
    if (!hasFactor(await findFactors(tx, caller.id))) {
      return err(problem('factor_not_found', 'Recovery codes need a second factor for which they stand in.'));
    }
    const recoveryCodes = await replaceRecoveryCodes(tx, caller.id);
    const event = { type: 'recovery-codes.renewed', payload: {} } as const;
    await appendToLedger(tx, [personEvent(caller.id, { caller, requestId }, event)]);
    return ok({ recoveryCodes });
  });
