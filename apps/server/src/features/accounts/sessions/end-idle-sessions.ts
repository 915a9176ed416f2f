import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { isPrivileged } from '../grants/grant-rules.ts';
import { idleSince } from './idle.ts';
import { appendSessionsEnded } from './session-events.ts';
import { listIdleHolders } from './session-queries.ts';
import { endSession } from './session-store.ts';

/** Ends what an administrator left open, with its sockets. Renewing such a session is refused besides. */
export const endIdleSessions = (tools: AccountsTools): Job => ({
  name: 'sessions.end-idle',
  cron: '* * * * *',
  run: async () => {
    const { db, clock, config } = tools.platform;
    const now = clock.now();
    const since = idleSince(config, now);
    if (since === null) return;
    const holders = await listIdleHolders(db.kysely, { since, now });
    const ids = new Set(holders.filter(({ role }) => isPrivileged(role)).map(({ id }) => id));
    for (const id of ids) {
      await inTransaction(db, async (tx) => {
        const sessions = await endSession(tx, id, now);
        const caller = { kind: 'system', name: 'sessions.end-idle' } as const;
        await appendSessionsEnded(tx, tools, { sessions, origin: { caller, requestId: null } });
      });
    }
  },
});
