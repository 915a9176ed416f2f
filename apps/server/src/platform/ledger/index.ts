export { announceAppended, appendToLedger, ledgerCopy } from './append-to-ledger.ts';
export { checkAppendedEvents } from './check-appended-events.ts';
export {
  type DeclaredEvents,
  declareEvents,
  type EventBody,
  type EventType,
  type FactsOf,
  type PayloadOf,
} from './declared-events.ts';
export { electionOf } from './election-of.ts';
export * as member from './event-members.ts';

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
