import type { LiveCloseCode } from '@comitium/contract';
import type { SharedMessage } from './shared-message.ts';
import type { Viewer } from './viewer.ts';

/** One open connection of any kind, as the hub sees it. */
export interface Member {
  readonly viewer: Viewer;
  /** Once every heartbeat. */
  beat(heartbeat: SharedMessage): void;
  /** Rights may have changed: drops what may no longer be watched. */
  recheck(): Promise<void>;
  /** Says why and ends; calling again does nothing. */
  end(code: LiveCloseCode, reason: string): void;
  /** Ends without a word. */
  terminate(): void;
}
