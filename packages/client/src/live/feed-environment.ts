import type { FeedTimers } from './feed-timers.ts';

/** What the feed needs of the world; each part can be given by the caller. */
export interface FeedEnvironment {
  /** Of the server, without a path: `https://results.example.org`. */
  readonly url: string;
  /** A fresh ticket for one connection; undefined for anonymous viewers. */
  readonly ticket: () => Promise<string | undefined>;
  /** Undefined where there is none: the next way is taken. */
  readonly WebSocket: typeof globalThis.WebSocket | undefined;
  readonly EventSource: typeof globalThis.EventSource | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly timers: FeedTimers;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly pollMs: number;
  /** Calls when the network is back; the answer takes it back. */
  readonly onOnline: (run: () => void) => () => void;
}

export const liveUrl = (
  { url }: FeedEnvironment,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${url.replace(/\/$/, '')}${path}${search.size > 0 ? `?${search}` : ''}`;
};
