import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { forgetExpiredTargets } from './invitation-store.ts';

/** Whom an invitation was for is of no use once its link is over. */
export const forgetInvitations = ({ platform }: Pick<AccountsTools, 'platform'>): Job => ({
  name: 'invitations.forget',
  cron: '41 3 * * *',
  run: (_payload, { db }) => inTransaction(db, (tx) => forgetExpiredTargets(tx, platform.clock.now())),
});
