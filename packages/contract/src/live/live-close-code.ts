/** Why the server ends a connection. 1000 and 1001 keep their usual meaning. */
export const liveCloseCode = {
  /** A message that is no JSON, no known message, or no text frame. Do not repeat it. */
  malformed: 4400,
  /** No or expired login: ask for a new ticket, once. */
  unauthenticated: 4401,
  /** The right to watch has been taken away: ask for a new ticket, once. */
  forbidden: 4403,
  /** Nothing watched, no sign of life, or too slow to read: come back when needed. */
  idle: 4408,
  /** A message over 16 KB. */
  tooLarge: 4413,
  /** Too many connections, subscriptions or messages. */
  tooMany: 4429,
  /** The server goes away: come back after a random delay between 0.5 and 5 s. */
  goingAway: 4503,
} as const;

export type LiveCloseCode = (typeof liveCloseCode)[keyof typeof liveCloseCode];
