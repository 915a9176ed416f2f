export { appendToLedger } from './append-to-ledger.ts';

export type { Follower } from './follower.ts';

export {
  type JsonObject,
  type LedgerEvent,
  type LedgerOrigin,
  type LedgerPosition,
  ledgerStart,
  type RecordedEvent,
} from './ledger-event.ts';

export { runningFollowers } from './running-followers.ts';
export { startFollower } from './start-follower.ts';
