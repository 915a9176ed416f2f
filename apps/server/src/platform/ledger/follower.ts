import type { FollowerLag } from './count-lag.ts';
import type { LedgerPosition } from './ledger-event.ts';

export interface FollowerHealth {
  readonly name: string;
  /** Failed attempts in a row at the same place; 0 is healthy. */
  readonly failures: number;
  readonly lastError: string | null;
  readonly position: LedgerPosition;
}

export interface Follower {
  readonly name: string;
  health(): FollowerHealth;
  lag(): Promise<FollowerLag>;
  /** Everything committed before the call has been handled. Rejects when the follower stops before that. */
  caughtUp(): Promise<void>;
  /** The batch under way is finished first. */
  stop(): Promise<void>;
}
