import { type LiveCloseCode, liveCloseCode } from '@comitium/contract';
import type { Origin } from './admission.ts';
import { LiveConnection, type OpenedSocket } from './live-connection.ts';
import type { LiveError } from './live-error.ts';
import type { LiveHub } from './live-hub.ts';
import type { LiveSocket } from './live-socket.ts';

const closeCodeOf = (error: LiveError): LiveCloseCode => {
  if (error.code === 'unauthenticated') return liveCloseCode.unauthenticated;
  return error.code === 'rate_limited' ? liveCloseCode.tooMany : liveCloseCode.goingAway;
};

/** Codes of its own making would give a client control over the names of our metrics. */
const countable = (code: number): number => ([1000, 1001, 1006].includes(code) ? code : 1005);

/** Apart from the request on purpose: listeners live as long as the socket and keep alive whatever they can see. */
const countEnd = (hub: LiveHub, webSocket: LiveSocket): void => {
  // A broken connection says so by `close`, which follows; without a listener the error would be thrown.
  webSocket.on('error', () => hub.parts.context.metrics.count('errors', 1));
  let said: number | undefined;
  webSocket.once('closing', (code: number | undefined) => {
    said = code;
  });
  webSocket.once('close', (code) => {
    hub.parts.context.metrics.count('closes', 1, said !== undefined && said >= 4000 ? said : countable(code));
  });
};

/** A WebSocket whose handshake is done: lets it in, or closes it with the reason. Nothing is read before that. */
export const acceptSocket = async (hub: LiveHub, opened: OpenedSocket, origin: Origin): Promise<void> => {
  const { webSocket } = opened;
  countEnd(hub, webSocket);
  webSocket.pause();
  const admitted = await hub.admit(origin);
  webSocket.resume();
  if (!admitted.ok) {
    webSocket.close(closeCodeOf(admitted.error), admitted.error.message);
    return;
  }
  if (webSocket.readyState !== webSocket.OPEN) {
    admitted.value.release();
    return;
  }
  const connection = new LiveConnection(opened, admitted.value.viewer, hub.parts);
  webSocket.once('close', hub.enter(connection, admitted.value, 'sockets'));
};
