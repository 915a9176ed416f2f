import { err, isUuid, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Origin } from '../../../platform/access/origin.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import { type AccountsTools, actorOf } from '../accounts-tools.ts';
import { updateApprovalDecided } from '../approvals/approval-store.ts';
import { mayManage } from '../grants/grant-rules.ts';
import { referenceOf } from '../grants/scope-directory.ts';
import { isOpen, stateOfInvitation } from './invitation.ts';
import { invitationEvent } from './invitation-events.ts';
import { type InvitationRow, listInvitations } from './invitation-queries.ts';
import { lockInvitation, updateInvitationRevoked } from './invitation-store.ts';

export interface RevokeInvitation extends Origin {
  readonly invitationId: string;
}

export const noInvitation = problem('invitation_not_found', 'There is no such invitation, or it is over.');

/** Whoever might give the role may take the invitation back, and whoever made it. */
export const revokeInvitation = async (
  tools: AccountsTools,
  command: RevokeInvitation,
): Promise<Result<void, Problem>> => {
  const { db, clock } = tools.platform;
  const { invitationId: id, caller } = command;
  const now = clock.now();
  const [invitation] = isUuid(id) ? await listInvitations(db.kysely, { id }) : [];
  if (invitation === undefined) return err(noInvitation);
  const allowed = await mayRevoke(tools, command, { invitation, now });
  if (!allowed.ok) return allowed;
  if (!isOpen(stateOfInvitation(invitation, now))) return err(noInvitation);
  return inTransaction(db, async (tx) => {
    const locked = await lockInvitation(tx, id);
    if (locked?.accepted_at !== null || locked.revoked_at !== null) return err(noInvitation);
    const by = actorOf(caller);
    await updateInvitationRevoked(tx, id, { at: now, by });
    const end = { state: 'withdrawn', by, at: now, reason: null } as const;
    await updateApprovalDecided(tx, { invitationId: id }, end);
    await appendToLedger(tx, [
      invitationEvent(id, command, { type: 'invitation.revoked', payload: { role: invitation.role } }),
    ]);
    return ok(undefined);
  });
};

const mayRevoke = async (
  { scopes }: AccountsTools,
  { caller }: Origin,
  { invitation, now }: { invitation: InvitationRow; now: Date },
): Promise<Result<void, Problem>> => {
  if (caller.kind === 'person' && caller.id === invitation.invitedBy) return ok(undefined);
  const scope = await scopes.resolve(referenceOf(invitation));
  if (!scope.ok) return scope;
  return mayManage(caller, { role: invitation.role, scope: scope.value, holderId: '' }, now);
};
