export { appendToLedger } from './append-to-ledger.ts';
export type { FollowerLag } from './count-lag.ts';
export type { Follower, FollowerHealth } from './follower.ts';
export type { FollowerOptions, StoredFollowerOptions, UnstoredFollowerOptions } from './follower-step.ts';
export {
  comparePositions,
  type Json,
  type JsonObject,
  type LedgerEvent,
  type LedgerPosition,
  ledgerStart,
  type RecordedEvent,
} from './ledger-event.ts';
export { type LedgerSlice, lastPosition, ledgerHead, readLedger } from './read-ledger.ts';
export { runningFollowers } from './running-followers.ts';
export { startFollower } from './start-follower.ts';
