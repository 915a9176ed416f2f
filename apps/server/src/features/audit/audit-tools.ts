import type { UserId } from '@comitium/basics';
import type { Caller } from '../../platform/access/allows.ts';
import type { LiveHub } from '../../platform/live/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Accounts } from '../accounts/index.ts';
import type { ElectionBook } from '../elections/index.ts';
import type { Messages } from '../messages/index.ts';
import type { AuditMetrics } from './audit-metrics.ts';

export interface AuditDependencies {
  readonly hub: LiveHub;
  readonly elections: ElectionBook;
  readonly accounts: Pick<Accounts, 'listGrants' | 'contactOf'>;
  readonly messages: Pick<Messages, 'send' | 'offers'>;
  callerOfPerson(id: UserId): Promise<Caller>;
}

/** What the commands, reads and followers of this feature work with. */
export interface AuditTools extends AuditDependencies {
  readonly platform: Platform;
  readonly metrics: AuditMetrics;
}
