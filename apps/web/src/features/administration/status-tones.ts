import type { Approval, GrantRecord, InvitationState } from '@comitium/contract';
import type { StatusTone } from '../../ui/sheet-status/sheet-status.tsx';

export const grantTones: Readonly<Record<GrantRecord['state'], StatusTone>> = {
  coming: 'plain',
  in_force: 'good',
  over: 'quiet',
  revoked: 'quiet',
};

export const invitationTones: Readonly<Record<InvitationState, StatusTone>> = {
  awaiting_approval: 'warn',
  sent: 'plain',
  accepted: 'good',
  refused: 'bad',
  revoked: 'quiet',
  expired: 'quiet',
};

export const approvalTones: Readonly<Record<Approval['state'], StatusTone>> = {
  waiting: 'warn',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
};
