import { err, ok, type Result } from '@comitium/basics';
import { type Problem, type PushSubscriptionBody, problem } from '@comitium/contract';
import type { Caller } from '../../platform/access/allows.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Platform } from '../../platform/platform.ts';
import { isPushService } from './gateways/push-services.ts';
import { insertPushSubscription, trimPushSubscriptions } from './push-subscription-store.ts';

const mostDevices = 20;

/**
 * Lets this browser show push messages to the caller. The server will call the address it names, so that only known
 * services are taken. Not in the ledger: which browsers somebody uses is nobody's business later.
 */
export const subscribeDevice = async (
  platform: Platform,
  caller: Caller,
  subscription: PushSubscriptionBody,
): Promise<Result<void, Problem>> => {
  if (caller.kind !== 'person') return err(problem('unauthenticated', 'Sign in first.'));
  if (!isPushService(platform.config.pushServices, subscription.endpoint)) {
    const message = 'This push service is not one that the installation calls.';
    return err(
      problem('validation_failed', message, {
        errors: [{ path: '/endpoint', code: 'foreign_service', message }],
      }),
    );
  }
  await inTransaction(platform.db, async (tx) => {
    await insertPushSubscription(tx, platform, { personId: caller.id, subscription });
    await trimPushSubscriptions(tx, caller.id, mostDevices);
  });
  return ok(undefined);
};
