import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { listDueChanges, lockWaitingChange } from './change-store.ts';
import { applyIfDue } from './confirm-change.ts';

/** Changes whose old side could not be reached and did not object. */
export const applyDueChanges = (tools: AccountsTools): Job => ({
  name: 'identities.apply-due-changes',
  cron: '*/5 * * * *',
  run: async (_payload, { db }) => {
    const { keys, clock } = tools.platform;
    const now = clock.now();
    for (const id of await listDueChanges(db.kysely, now)) {
      await inTransaction(db, async (tx) => {
        const change = await lockWaitingChange(tx, keys, { id, now });
        if (change !== undefined) await applyIfDue(tx, tools, { change, requestId: null });
      });
    }
  },
});
