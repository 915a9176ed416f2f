import type { StatusTone } from '../../../ui/sheet-status/sheet-status.tsx';
import type { ContestState } from '../station-state.ts';

export const stateTones: Record<ContestState, StatusTone> = {
  conflict: 'bad',
  refused: 'bad',
  sign_in: 'warn',
  waiting: 'plain',
  not_sent: 'quiet',
  rejected: 'bad',
  held: 'warn',
  sent: 'good',
};
