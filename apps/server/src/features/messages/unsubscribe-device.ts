import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Caller } from '../../platform/access/allows.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Platform } from '../../platform/platform.ts';
import { deleteOwnPushSubscription } from './push-subscription-store.ts';

/** Nothing happens where this browser is not the caller's, and the answer does not tell. */
export const unsubscribeDevice = async (
  { db }: Platform,
  caller: Caller,
  endpoint: string,
): Promise<Result<void, Problem>> => {
  if (caller.kind !== 'person') return err(problem('unauthenticated', 'Sign in first.'));
  await inTransaction(db, (tx) => deleteOwnPushSubscription(tx, caller.id, endpoint));
  return ok(undefined);
};
