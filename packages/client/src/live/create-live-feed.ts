import type { FeedEnvironment } from './feed-environment.ts';
import { systemTimers } from './feed-timers.ts';
import { LiveFeed } from './live-feed.ts';

/** Where there is none of a part, or null is given for it, the next way is taken: socket, events, polling. */
export interface LiveFeedOptions {
  /** Of the server, without a path: `https://results.example.org`. */
  readonly url: string;
  /** Asked before each connection; answers undefined while nobody has signed in. */
  readonly getTicket?: () => Promise<string | undefined>;
  readonly WebSocket?: FeedEnvironment['WebSocket'] | null;
  readonly EventSource?: FeedEnvironment['EventSource'] | null;
  readonly fetch?: FeedEnvironment['fetch'];
  readonly timers?: FeedEnvironment['timers'];
  readonly random?: FeedEnvironment['random'];
  /** Between two plain GETs where nothing better works; 5 s. */
  readonly pollMs?: number;
}

const partOf = <Part>(given: Part | null | undefined, own: Part | undefined): Part | undefined =>
  given === null ? undefined : (given ?? own);

/** In browsers: after a tunnel nobody wants to wait for the back-off. Node has no such event. */
const onOnline = (run: () => void): (() => void) => {
  const place: Pick<typeof globalThis, 'fetch'> &
    Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>> = globalThis;
  place.addEventListener?.('online', run);
  return () => place.removeEventListener?.('online', run);
};

/** The live feed of one server, for browsers and Node; nothing is connected until something is watched. */
export const createLiveFeed = (options: LiveFeedOptions): LiveFeed =>
  new LiveFeed({
    url: options.url,
    ticket: options.getTicket ?? (() => Promise.resolve(undefined)),
    WebSocket: partOf(options.WebSocket, globalThis.WebSocket),
    EventSource: partOf(options.EventSource, globalThis.EventSource),
    fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
    timers: options.timers ?? systemTimers,
    random: options.random ?? Math.random,
    pollMs: options.pollMs ?? 5_000,
    onOnline,
  });
