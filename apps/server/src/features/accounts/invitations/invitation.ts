// What an invitation is at a moment: pure. The arrows are drawn in docs/state-machines/invitation.md.
import type { InvitationState } from '@comitium/contract';

export interface InvitationFacts {
  readonly approval: 'waiting' | 'approved' | 'refused' | 'withdrawn' | null;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Of the link, and of the wait for approval before it. */
export const invitationLifeMs = 7 * 24 * 3_600_000;

export const stateOfInvitation = (facts: InvitationFacts, now: Date): InvitationState => {
  if (facts.acceptedAt !== null) return 'accepted';
  if (facts.approval === 'refused') return 'refused';
  if (facts.revokedAt !== null) return 'revoked';
  if (facts.expiresAt <= now) return 'expired';
  return facts.approval === 'waiting' ? 'awaiting_approval' : 'sent';
};

/** Whether somebody could still accept it, now or after an approval. */
export const isOpen = (state: InvitationState): boolean => state === 'awaiting_approval' || state === 'sent';
