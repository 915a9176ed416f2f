import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { err, ok } from '@comitium/basics';
import type { ClientOptions } from 'ws';
import { attachLive } from '../attach-live.ts';
import { liveEventsHandler } from '../live-events-handler.ts';
import { LiveHub } from '../live-hub.ts';
import type { LiveMetrics } from '../live-metrics.ts';
import type { LiveSettings } from '../live-settings.ts';
import { liveStateHandler } from '../live-state-handler.ts';
import type { Viewer } from '../viewer.ts';
import { BoardTopic } from './board-topic.ts';
import { FeedClient } from './feed-client.ts';
import { HeldScheduler } from './held-scheduler.ts';

/** Counts like the real metrics, readable by tests. */
export class CountedMetrics implements LiveMetrics {
  readonly counts: Record<string, number> = {};

  add(gauge: string, difference: number): void {
    this.counts[gauge] = (this.counts[gauge] ?? 0) + difference;
  }

  count(counter: string, by: number, code?: number): void {
    this.add(code === undefined ? counter : `${counter}:${code}`, by);
  }
}

/** A real server on loopback with the hub, held time, one board for everybody and one for who has signed in. */
export const startFeed = async (settings: Partial<LiveSettings> = {}) => {
  const scheduler = new HeldScheduler();
  const metrics = new CountedMetrics();
  const errors: unknown[] = [];
  const tickets = new Map<string, Viewer>();
  const hub = new LiveHub({
    settings,
    scheduler,
    metrics,
    onError: (error) => errors.push(error),
    redeemTicket: async (ticket) => {
      if (ticket === 'broken') throw new Error('the database is away');
      const viewer = tickets.get(ticket);
      tickets.delete(ticket);
      return viewer ? ok(viewer) : err({ code: 'unauthenticated', message: 'The ticket is not valid' });
    },
  });
  const board = new BoardTopic();
  const desk = new BoardTopic('desk', { kind: 'signed-in' });
  hub.register(board);
  hub.register(desk);
  const clientAddress = () => '192.0.2.1';
  const events = liveEventsHandler(hub, clientAddress);
  const state = liveStateHandler(hub, clientAddress);
  const server = createServer((request, response) => {
    void (request.url?.startsWith('/live/events') ? events : state)(request, response);
  });
  attachLive(server, hub, { clientAddress });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const clients: FeedClient[] = [];
  return {
    hub,
    board,
    desk,
    scheduler,
    metrics,
    errors,
    server,
    httpUrl: `http://127.0.0.1:${port}`,
    url: `ws://127.0.0.1:${port}/live`,
    /** A ticket for this user, good for one connection. */
    ticket: (id: string, expiresAt = new Date(scheduler.now() + 3_600_000)) => {
      const ticket = `ticket-${tickets.size}-${id}`;
      tickets.set(ticket, { kind: 'user', id, expiresAt });
      return ticket;
    },
    connect: (ticket?: string, options: ClientOptions = {}) => {
      const query = ticket === undefined ? '' : `?ticket=${ticket}`;
      const client = new FeedClient(`ws://127.0.0.1:${port}/live${query}`, options);
      clients.push(client);
      return client;
    },
    /** Changes a board and sends the change out. */
    put: async (name: string, data: Parameters<typeof board.states.set>[1]) => {
      board.states.set(name, data);
      hub.touch(`board:${name}`);
      await hub.flush(`board:${name}`);
    },
    stop: async () => {
      for (const { webSocket } of clients) webSocket.terminate();
      hub.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export type Feed = Awaited<ReturnType<typeof startFeed>>;
