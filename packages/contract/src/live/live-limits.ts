/** The bounds every client meets. Servers may set others; these are the defaults that clients may count on. */
export const liveLimits = {
  topicsPerConnection: 64,
  messagesPerSecond: 20,
  connectionsPerAddress: 20,
  connectionsPerAccount: 10,
  messageBytes: 16_384,
  topicLength: 200,
  heartbeatMs: 25_000,
} as const;
