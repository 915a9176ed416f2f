import type { IncomingMessage, Server } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { acceptSocket } from './accept-socket.ts';
import { type ClientAddress, liveEventsHandler } from './live-events-handler.ts';
import type { LiveHub } from './live-hub.ts';
import { readLiveRequest } from './live-request.ts';
import { LiveSocket } from './live-socket.ts';
import { liveStateHandler } from './live-state-handler.ts';

export interface AttachLiveOptions {
  readonly clientAddress: ClientAddress;
  /** Whether a page of this origin may open a socket; browsers ask nobody before they do. */
  readonly mayOpenSocket?: (request: IncomingMessage) => boolean;
  /** Where the socket is; events and state lie below it. */
  readonly path?: string;
  /** What the house's routes must declare (the access rule), handed to both GET routes. */
  readonly routeConfig?: Readonly<Record<string, unknown>>;
}

/** A client that wants a smaller window than ours cannot read the shared compressed frame; it gets plain ones. */
const takesSharedDeflate = (request: IncomingMessage, negotiated: string): boolean =>
  negotiated.includes('permessage-deflate') &&
  !(request.headers['sec-websocket-extensions'] ?? '').includes('server_max_window_bits');

const refuse = (socket: Duplex, status: string): void => {
  // The HTTP server has let go of the socket: nobody else would hear that the client is gone.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const newSocketServer = (hub: LiveHub) =>
  new WebSocketServer({
    noServer: true,
    clientTracking: false,
    WebSocket: LiveSocket,
    maxPayload: hub.settings.messageBytes,
    perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
  });

const listenForUpgrades = (server: Server, hub: LiveHub, options: AttachLiveOptions): void => {
  const socketServer = newSocketServer(hub);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { path, ticket } = readLiveRequest(request);
    if (path !== (options.path ?? '/live')) {
      if (server.listenerCount('upgrade') === 1) refuse(socket, '404 Not Found');
      return;
    }
    if (options.mayOpenSocket?.(request) === false) {
      refuse(socket, '403 Forbidden');
      return;
    }
    if (hub.draining || !(socket instanceof Socket)) {
      refuse(socket, '503 Service Unavailable');
      return;
    }
    const address = options.clientAddress(request);
    socketServer.handleUpgrade(request, socket, head, (webSocket) => {
      const deflates = takesSharedDeflate(request, webSocket.extensions);
      void acceptSocket(hub, { webSocket, output: socket, deflates }, { address, ticket });
    });
  });
};

const addRoutes = (app: FastifyInstance, hub: LiveHub, options: AttachLiveOptions): void => {
  const path = options.path ?? '/live';
  const handlers = {
    [`${path}/events`]: liveEventsHandler(hub, options.clientAddress),
    [`${path}/state`]: liveStateHandler(hub, options.clientAddress),
  };
  for (const [url, handle] of Object.entries(handlers)) {
    // A HEAD of a stream would hold a connection that carries nothing.
    app.get(url, { exposeHeadRoute: false, config: { ...options.routeConfig } }, async (request, reply) => {
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      await handle(request.raw, reply.raw);
    });
  }
};

/**
 * Opens the feed on a server: the WebSocket at `/live`, and on fastify also `/live/events` and `/live/state`. On a
 * plain server the two handlers are for the caller to mount.
 */
export const attachLive = (
  target: Server | FastifyInstance,
  hub: LiveHub,
  options: AttachLiveOptions,
): void => {
  if ('server' in target) {
    listenForUpgrades(target.server, hub, options);
    addRoutes(target, hub, options);
  } else {
    listenForUpgrades(target, hub, options);
  }
};
