// When a new phone or e-mail takes effect: both sides confirm, or, where the old one cannot be reached, time passes in
// which it can still object. Pure.
import type { IdentityKind } from '../identities/identity.ts';

export interface ChangeFacts {
  readonly kind: IdentityKind;
  readonly state: 'waiting' | 'applied' | 'cancelled';
  readonly newConfirmedAt: Date | null;
  readonly oldConfirmedAt: Date | null;
  /** False where there is no old one, or it was never verified. */
  readonly needsOld: boolean;
  /** When silence of the old one counts as consent; null where it has to confirm. */
  readonly appliesAt: Date | null;
  readonly expiresAt: Date;
}

export type Side = 'new' | 'old';

export const waitingFor = ({ state, newConfirmedAt, oldConfirmedAt, needsOld }: ChangeFacts): Side[] => {
  if (state !== 'waiting') return [];
  return [
    ...(newConfirmedAt === null ? (['new'] as const) : []),
    ...(needsOld && oldConfirmedAt === null ? (['old'] as const) : []),
  ];
};

/** Nothing takes effect before the new one was confirmed, whatever time has passed. */
export const isDue = (change: ChangeFacts, now: Date): boolean => {
  const waiting = waitingFor(change);
  if (change.state !== 'waiting' || change.expiresAt <= now || waiting.includes('new')) return false;
  return waiting.length === 0 || (change.appliesAt !== null && change.appliesAt <= now);
};
