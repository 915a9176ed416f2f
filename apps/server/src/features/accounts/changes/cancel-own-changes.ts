import type { PersonCaller } from '../../../platform/access/allows.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { personEvent } from '../sessions/session-events.ts';
import { cancelChanges } from './change-store.ts';

/** None that waits is no error. */
export const cancelOwnChanges = (
  { platform }: AccountsTools,
  caller: PersonCaller,
  requestId: string,
): Promise<void> =>
  inTransaction(platform.db, async (tx) => {
    const cancelled = await cancelChanges(tx, caller.id, ['phone', 'email']);
    const event = { type: 'identity.change-cancelled', payload: { changes: cancelled } } as const;
    if (cancelled.length > 0)
      await appendToLedger(tx, [personEvent(caller.id, { caller, requestId }, event)]);
  });
