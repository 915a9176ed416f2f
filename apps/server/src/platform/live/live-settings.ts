import { liveLimits } from '@comitium/contract';

/** The hub's bounds; each default is the one that clients may count on, or was measured (SPEC.md). */
export interface LiveSettings {
  readonly topicsPerConnection: number;
  readonly messagesPerSecond: number;
  readonly connectionsPerAddress: number;
  readonly connectionsPerAccount: number;
  readonly messageBytes: number;
  readonly heartbeatMs: number;
  /** Beyond this a connection gets nothing more until it has read everything. */
  readonly bufferedBytes: number;
  /** How long a reader may stay behind before it is cut off. */
  readonly behindMs: number;
  /** How long a topic nobody watches is kept, for those who come back. */
  readonly lingerMs: number;
  readonly historyUpdates: number;
  readonly historyBytes: number;
  /** Over how long a drain spreads the closing of connections. */
  readonly drainMs: number;
}

export const defaultLiveSettings: LiveSettings = {
  topicsPerConnection: liveLimits.topicsPerConnection,
  messagesPerSecond: liveLimits.messagesPerSecond,
  connectionsPerAddress: liveLimits.connectionsPerAddress,
  connectionsPerAccount: liveLimits.connectionsPerAccount,
  messageBytes: liveLimits.messageBytes,
  heartbeatMs: liveLimits.heartbeatMs,
  bufferedBytes: 262_144,
  behindMs: 60_000,
  lingerMs: 30_000,
  historyUpdates: 64,
  historyBytes: 262_144,
  drainMs: 5_000,
};
