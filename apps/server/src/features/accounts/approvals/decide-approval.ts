import { err, isUuid, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Caller } from '../../../platform/access/allows.ts';
import type { Origin } from '../../../platform/access/origin.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { isPlatformAdministrator } from '../grants/grant-rules.ts';
import type { Identity } from '../identities/identity.ts';
import { isOpen, stateOfInvitation } from '../invitations/invitation.ts';
import { invitationEvent } from '../invitations/invitation-events.ts';
import { type InvitationRow, listInvitations } from '../invitations/invitation-queries.ts';
import { lockInvitation, updateInvitationRevoked } from '../invitations/invitation-store.ts';
import { openTarget } from '../invitations/invitation-target.ts';
import { isOwn } from '../invitations/invite-person.ts';
import { sendInvitation } from '../invitations/send-invitation.ts';
import { findPersonById } from '../people/person-queries.ts';
import { type ApprovalRow, listApprovals } from './approval-queries.ts';
import { updateApprovalDecided } from './approval-store.ts';

export interface DecideApproval extends Origin {
  readonly approvalId: string;
  readonly decision: 'approved' | 'refused';
}

const overAlready = problem('wrong_state', 'This was decided already, or the invitation is over.');

/** The second pair of eyes: another administrator than who asked, and not whoever is to become one. */
export const decideApproval = async (
  tools: AccountsTools,
  command: DecideApproval,
): Promise<Result<void, Problem>> => {
  const { db, clock, keys } = tools.platform;
  const { approvalId: id, caller } = command;
  const now = clock.now();
  if (caller.kind !== 'person' || !isPlatformAdministrator(caller, now)) {
    return err(problem('forbidden', 'Only a platform administrator decides about another one.'));
  }
  const [approval] = isUuid(id) ? await listApprovals(db.kysely, { id }) : [];
  const [invitation] =
    approval === undefined ? [] : await listInvitations(db.kysely, { id: approval.invitationId });
  if (approval === undefined || invitation === undefined) {
    return err(problem('approval_not_found', 'There is no such request for approval.'));
  }
  if (approval.state !== 'waiting') return err(overAlready);
  const target = openTarget(keys, invitation);
  const isDecidable = target !== null && isOpen(stateOfInvitation(invitation, now));
  if (!isDecidable) return err(overAlready);
  const other = await isAnother(tools, caller, { approval, target });
  if (!other.ok) return other;
  const requester = await findPersonById(db.kysely, approval.requestedBy);
  const letter = { target, inviter: requester?.name ?? '' };
  return inTransaction(db, (tx) => save(tx, tools, { command, approval, invitation, letter }));
};

const isAnother = async (
  tools: AccountsTools,
  caller: Caller,
  { approval, target }: { approval: ApprovalRow; target: Identity },
): Promise<Result<void, Problem>> => {
  const asked = caller.kind === 'person' && caller.id === approval.requestedBy;
  if (asked || (await isOwn(tools, caller, target))) {
    return err(problem('forbidden', 'Another administrator has to decide about this.'));
  }
  return ok(undefined);
};

interface Decision {
  readonly command: DecideApproval;
  readonly approval: ApprovalRow;
  readonly invitation: InvitationRow;
  readonly letter: { readonly target: Identity; readonly inviter: string };
}

const save = async (
  tx: Transaction,
  tools: AccountsTools,
  { command, approval, invitation, letter }: Decision,
): Promise<Result<void, Problem>> => {
  const { decision, caller, reason = null } = command;
  const { id } = invitation;
  const at = tools.platform.clock.now();
  const by = caller.kind === 'person' ? caller.id : null;
  const locked = await lockInvitation(tx, id);
  if (locked?.accepted_at !== null || locked.revoked_at !== null) return err(overAlready);
  if (!(await updateApprovalDecided(tx, { id: approval.id }, { state: decision, by, at, reason }))) {
    return err(overAlready);
  }
  const payload = { approval: approval.id };
  if (decision === 'refused') {
    await updateInvitationRevoked(tx, id, { at, by });
    await appendToLedger(tx, [invitationEvent(id, command, { type: 'approval.refused', payload })]);
    return ok(undefined);
  }
  await sendInvitation(tx, tools, { ...invitation, ...letter });
  await appendToLedger(tx, [
    invitationEvent(id, command, { type: 'approval.approved', payload }),
    invitationEvent(id, command, { type: 'invitation.sent', payload: {} }),
  ]);
  return ok(undefined);
};
