import { EventsTransport } from './events-transport.ts';
import type { FeedEnvironment } from './feed-environment.ts';
import { PollingTransport } from './polling-transport.ts';
import { SocketTransport } from './socket-transport.ts';
import type { Transport, TransportEvents } from './transport.ts';

/** The ways to the server, best first. */
export type Way = 'socket' | 'events' | 'polling';

/** Those that this place has. */
export const waysOf = (environment: FeedEnvironment): readonly Way[] => [
  ...(environment.WebSocket === undefined ? [] : (['socket'] as const)),
  ...(environment.EventSource === undefined ? [] : (['events'] as const)),
  'polling',
];

/** Begins; what becomes of it is told by the events, never before this has returned. */
export const openTransport = (
  way: Way,
  environment: FeedEnvironment,
  link: { readonly ticket: string | undefined; readonly events: TransportEvents },
): Transport => {
  const { WebSocket, EventSource } = environment;
  if (way === 'socket' && WebSocket !== undefined) return new SocketTransport(WebSocket, environment, link);
  if (way === 'events' && EventSource !== undefined) {
    return new EventsTransport(EventSource, environment, link.events);
  }
  return new PollingTransport(environment, link.events);
};
