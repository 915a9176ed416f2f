// The only SQL that writes approvals.
import { type UserId, uuidv7 } from '@comitium/basics';
import type { Transaction } from '../../../platform/database/transaction.ts';
import './approval-tables.ts';

export interface NewApproval {
  readonly invitationId: string;
  readonly requestedBy: UserId;
  readonly requestedAt: Date;
}

export const insertApproval = async (tx: Transaction, request: NewApproval): Promise<string> => {
  const id = uuidv7(request.requestedAt.getTime());
  await tx
    .insertInto('approval')
    .values({
      id,
      invitation_id: request.invitationId,
      requested_by: request.requestedBy,
      requested_at: request.requestedAt,
      state: 'waiting',
      decided_by: null,
      decided_at: null,
      decision_reason: null,
    })
    .execute();
  return id;
};

export interface ApprovalDecision {
  readonly state: 'approved' | 'refused' | 'withdrawn';
  readonly by: UserId | null;
  readonly at: Date;
  readonly reason: string | null;
}

/** False where it was decided already. */
export const updateApprovalDecided = async (
  tx: Transaction,
  where: { readonly id: string } | { readonly invitationId: string },
  { state, by, at, reason }: ApprovalDecision,
): Promise<boolean> => {
  const decided = tx
    .updateTable('approval')
    .set({ state, decided_by: by, decided_at: at, decision_reason: reason })
    .where('state', '=', 'waiting')
    .returning('id');
  const rows =
    'id' in where
      ? await decided.where('id', '=', where.id).execute()
      : await decided.where('invitation_id', '=', where.invitationId).execute();
  return rows.length > 0;
};
