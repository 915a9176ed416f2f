import type { Transaction } from '../../platform/database/transaction.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';

export const deliverJobName = 'message.deliver';

/** At once, or at a time: delivery counts its own attempts, the queue's repeat only what broke on our side. */
export const enqueueDelivery = (tx: Transaction, id: string, runAt?: Date): Promise<void> =>
  enqueue(tx, deliverJobName, { message: id }, { key: `message:${id}`, ...(runAt && { runAt }) });
