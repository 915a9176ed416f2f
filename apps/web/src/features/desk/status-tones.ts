import type { SheetStatus } from '@comitium/contract';
import type { StatusTone } from '../../ui/sheet-status/sheet-status.tsx';

export const statusTones: Record<SheetStatus, StatusTone> = {
  accepted: 'plain',
  held: 'warn',
  verified: 'good',
  certified: 'good',
  rejected: 'bad',
};
