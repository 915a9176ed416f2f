import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What requests that are under way when the end comes have to be answered. */
const lastAnswersMs = 5_000;

/** Sees to it that a server which closes has closed soon, whatever is still connected to it. */
export const keepConnections = (server: Server): { closing(): () => void } => {
  // Browsers open connections ahead of need; Node counts one that never asked anything as busy, for minutes.
  const unasked = new Set<Socket>();
  server.on('connection', (socket) => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  server.on('request', ({ socket }) => unasked.delete(socket));
  server.on('upgrade', (_request, socket) => unasked.delete(socket as Socket));
  const dismiss = (): void => {
    for (const socket of unasked) socket.destroy();
  };
  return {
    /** To be called before the server is closed; the answer, when it has closed. */
    closing: () => {
      // A connection whose last answer is being made would be kept for the next request, and the end wait for it.
      server.keepAliveTimeout = 1;
      dismiss();
      server.on('connection', dismiss);
      const cut = setTimeout(() => server.closeAllConnections(), lastAnswersMs);
      return () => clearTimeout(cut);
    },
  };
};
