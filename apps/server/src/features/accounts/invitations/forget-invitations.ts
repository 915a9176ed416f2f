import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import type { Identity } from '../identities/identity.ts';
import { forgetExpiredTargets, updateInvitationRevoked } from './invitation-store.ts';
import { openTarget } from './invitation-target.ts';
import './invitation-tables.ts';

/** Whom an invitation was for is of no use once its link is over. */
export const forgetInvitations = ({ platform }: Pick<AccountsTools, 'platform'>): Job => ({
  name: 'invitations.forget',
  cron: '41 3 * * *',
  run: (_payload, { db }) => inTransaction(db, (tx) => forgetExpiredTargets(tx, platform.clock.now())),
});

/**
 * Ends every open invitation to somebody whose account is erased. They are opened one by one: few are open at a time,
 * and an invitation holds no keyed hash of whom it is for.
 */
export const forgetInvitationsTo = async (
  tx: Transaction,
  keys: KeyRing,
  { identities, at }: { identities: readonly Identity[]; at: Date },
): Promise<void> => {
  const open = await tx
    .selectFrom('invitation')
    .select(['id', 'kind', 'sealed'])
    .where('sealed', 'is not', null)
    .execute();
  for (const invitation of open) {
    const target = openTarget(keys, invitation);
    const isTheirs = identities.some(({ kind, value }) => kind === target?.kind && value === target.value);
    if (isTheirs) await updateInvitationRevoked(tx, invitation.id, { at, by: null });
  }
};
