import { type ClientMessage, liveLimits, type ServerMessage } from '@comitium/contract';
import { type FeedEnvironment, liveUrl } from './feed-environment.ts';
import type { Transport, TransportEvents } from './transport.ts';

/** How long the server may be silent, in heartbeats. */
const silentBeats = 1.5;

/** How long a handshake may take before the way counts as blocked. */
const handshakeMs = 10_000;

/** All topics over one WebSocket. */
export class SocketTransport implements Transport {
  readonly status = 'live';
  readonly #socket: WebSocket;
  readonly #environment: FeedEnvironment;
  readonly #events: TransportEvents;
  #silentMs = handshakeMs;
  #heardAt: number;
  #cancelWatchdog: () => void;
  #closed = false;

  constructor(
    Socket: typeof WebSocket,
    environment: FeedEnvironment,
    link: { readonly ticket: string | undefined; readonly events: TransportEvents },
  ) {
    this.#environment = environment;
    this.#events = link.events;
    const url = liveUrl(environment, '/live', { ticket: link.ticket });
    this.#socket = new Socket(url.replace(/^http/, 'ws'));
    this.#socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    this.#socket.onclose = ({ code }) => this.#end(code);
    // `close` follows and carries what is known.
    this.#socket.onerror = () => undefined;
    this.#heardAt = environment.timers.now();
    this.#cancelWatchdog = this.#watch();
  }

  subscribe(topic: string, since: number | undefined): void {
    this.#say({ op: 'subscribe', topic, ...(since === undefined ? {} : { since }) });
  }

  unsubscribe(topic: string): void {
    this.#say({ op: 'unsubscribe', topic });
  }

  close(): void {
    this.#closed = true;
    this.#cancelWatchdog();
    this.#socket.close();
  }

  #say(message: ClientMessage): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #receive(message: ServerMessage): void {
    if (this.#closed) return;
    this.#heardAt = this.#environment.timers.now();
    if (message.op === 'hello') {
      this.#silentMs = Math.max(message.heartbeatMs, liveLimits.heartbeatMs) * silentBeats;
      this.#events.opened();
    }
    this.#events.message(message);
  }

  #watch(): () => void {
    const { timers } = this.#environment;
    return timers.after(this.#silentMs, () => {
      if (timers.now() - this.#heardAt < this.#silentMs) {
        this.#cancelWatchdog = this.#watch();
        return;
      }
      this.#end(1006);
      this.#socket.close();
    });
  }

  #end(code: number): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelWatchdog();
    this.#events.closed(code);
  }
}
