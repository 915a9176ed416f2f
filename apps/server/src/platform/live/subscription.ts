import type { SharedMessage } from './shared-message.ts';

/** Whoever takes a topic's messages: a socket, an event stream, a test. */
export interface Consumer {
  /** False: not taken, because the reader is behind. The consumer then asks for the newest state when it can. */
  send(message: SharedMessage): boolean;
}

/** No number: the consumer needs the newest state before any update. */
export const stale = -1;

/** One consumer of one topic, and the number of the state that it holds. */
export interface Subscription {
  readonly consumer: Consumer;
  seq: number;
}
