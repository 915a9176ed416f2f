import type { ServerMessage } from '@comitium/contract';

/** What a transport tells; after `closed`, and after the feed has called `close`, it tells nothing more. */
export interface TransportEvents {
  /** Topics may be subscribed to; calls for them before this are lost. */
  opened(): void;
  message(message: ServerMessage): void;
  /** With a close code of the feed, or 1006 when nothing is known. */
  closed(code: number): void;
}

/** One way to the server. */
export interface Transport {
  /** What a topic is while it arrives this way. */
  readonly status: 'live' | 'polling';
  subscribe(topic: string, since: number | undefined): void;
  unsubscribe(topic: string): void;
  close(): void;
}
