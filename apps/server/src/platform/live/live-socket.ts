import { liveCloseCode } from '@comitium/contract';
import { WebSocket } from 'ws';

/** What the library says when a client breaks the protocol, in the feed's own codes. */
const ownCode = new Map<number, number>([
  [1002, liveCloseCode.malformed],
  [1003, liveCloseCode.malformed],
  [1007, liveCloseCode.malformed],
  [1008, liveCloseCode.malformed],
  [1009, liveCloseCode.tooLarge],
]);

/** The library's socket, closing with the feed's codes; `closing` tells that nothing may be written any more. */
export class LiveSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (this.readyState === WebSocket.OPEN) this.emit('closing', (code && ownCode.get(code)) ?? code);
    super.close((code && ownCode.get(code)) ?? code, reason);
  }
}
