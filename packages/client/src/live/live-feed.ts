import type { JsonObject, ServerMessage } from '@comitium/contract';
import { FeedConnection } from './feed-connection.ts';
import type { FeedEnvironment } from './feed-environment.ts';
import { TopicWatch } from './topic-watch.ts';
import type { Transport } from './transport.ts';
import type { WatchState } from './watch-state.ts';

/** How long a connection that nobody uses is kept: a page that changes view soon watches again. */
const lingerMs = 5_000;
/** When a topic that the server could not show is asked for again; up to twice as long. */
const askAgainMs = 5_000;

/** All topics that a page watches, over one connection. */
export class LiveFeed {
  readonly #environment: FeedEnvironment;
  readonly #connection: FeedConnection;
  readonly #watches = new Map<string, TopicWatch>();
  readonly #offOnline: () => void;
  #cancelLinger: (() => void) | undefined;

  constructor(environment: FeedEnvironment) {
    this.#environment = environment;
    this.#connection = new FeedConnection(environment, {
      opened: (transport) => this.#subscribeAll(transport),
      message: (message, transport) => this.#receive(message, transport),
      lost: (offline, error) => {
        for (const watch of this.#watches.values()) watch.lose(offline, error);
      },
    });
    this.#offOnline = environment.onOnline(() => this.reconnect());
  }

  /**
   * Calls `onState` at once with what is known and then with every change, until the answer is called. The type of the
   * data is the caller's claim: what the topic's contract says.
   */
  watch<Data extends JsonObject = JsonObject>(
    topic: string,
    onState: (state: WatchState<Data>) => void,
  ): () => void {
    const watch = this.#watches.get(topic) ?? this.#add(topic);
    const listener = (state: WatchState) => onState(state as WatchState<Data>);
    watch.listeners.add(listener);
    listener(watch.state);
    return () => {
      if (watch.listeners.delete(listener) && watch.listeners.size === 0) this.#remove(topic);
    };
  }

  /** Tries at once, with a new ticket: after a sign-in, or when the network is back. */
  reconnect(): void {
    if (this.#watches.size > 0) this.#connection.reconnect();
  }

  close(): void {
    this.#offOnline();
    this.#cancelLinger?.();
    this.#watches.clear();
    this.#connection.close();
  }

  #add(topic: string): TopicWatch {
    const watch = new TopicWatch();
    this.#watches.set(topic, watch);
    this.#cancelLinger?.();
    this.#cancelLinger = undefined;
    if (this.#connection.stopped !== undefined) watch.lose(true, this.#connection.stopped);
    this.#connection.transport?.subscribe(topic, undefined);
    this.#connection.open();
    return watch;
  }

  #remove(topic: string): void {
    this.#watches.delete(topic);
    this.#connection.transport?.unsubscribe(topic);
    if (this.#watches.size > 0) return;
    this.#cancelLinger = this.#environment.timers.after(lingerMs, () => this.#connection.close());
  }

  #subscribeAll(transport: Transport): void {
    for (const [topic, watch] of this.#watches) {
      watch.renewed();
      transport.subscribe(topic, watch.seq);
    }
  }

  #receive(message: ServerMessage, transport: Transport): void {
    if (message.op === 'error' && message.topic !== undefined) {
      this.#fail(message.topic, message, transport);
      return;
    }
    if (message.op !== 'snapshot' && message.op !== 'update') return;
    const watch = this.#watches.get(message.topic);
    if (watch?.receive(message, transport.status, this.#environment.timers.now())) {
      transport.subscribe(message.topic, undefined);
    }
  }

  #fail(topic: string, error: Extract<ServerMessage, { op: 'error' }>, transport: Transport): void {
    const watch = this.#watches.get(topic);
    watch?.lose(true, { code: error.code, message: error.message });
    if (error.code !== 'internal_error' && error.code !== 'unavailable') return;
    const { timers, random } = this.#environment;
    timers.after(askAgainMs * (1 + random()), () => {
      if (
        watch !== undefined &&
        this.#watches.get(topic) === watch &&
        this.#connection.transport === transport
      ) {
        transport.subscribe(topic, watch.seq);
      }
    });
  }
}
