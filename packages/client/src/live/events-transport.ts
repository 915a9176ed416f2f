import type { ServerMessage } from '@comitium/contract';
import { askState } from './ask-state.ts';
import { type FeedEnvironment, liveUrl } from './feed-environment.ts';
import type { Transport, TransportEvents } from './transport.ts';

const names = ['snapshot', 'update', 'heartbeat', 'problem'] as const;

/** Each topic over its own stream of server-sent events. Browsers allow six of them to a server over HTTP/1.1. */
export class EventsTransport implements Transport {
  readonly status = 'live';
  readonly #EventSource: typeof EventSource;
  readonly #environment: FeedEnvironment;
  readonly #events: TransportEvents;
  readonly #sources = new Map<string, EventSource | undefined>();
  #closed = false;

  constructor(Source: typeof EventSource, environment: FeedEnvironment, events: TransportEvents) {
    this.#EventSource = Source;
    this.#environment = environment;
    this.#events = events;
    queueMicrotask(() => {
      if (!this.#closed) events.opened();
    });
  }

  subscribe(topic: string, since: number | undefined): void {
    this.unsubscribe(topic);
    this.#sources.set(topic, undefined);
    this.#environment.ticket().then(
      (ticket) => this.#open(topic, { topic, since, ticket }),
      () => this.#end(),
    );
  }

  unsubscribe(topic: string): void {
    this.#sources.get(topic)?.close();
    this.#sources.delete(topic);
  }

  close(): void {
    this.#closed = true;
    for (const topic of [...this.#sources.keys()]) this.unsubscribe(topic);
  }

  #open(topic: string, query: Readonly<Record<string, string | number | undefined>>): void {
    if (this.#closed || !this.#sources.has(topic) || this.#sources.get(topic) !== undefined) return;
    const source = new this.#EventSource(liveUrl(this.#environment, '/live/events', query));
    this.#sources.set(topic, source);
    for (const name of names) {
      source.addEventListener(name, (event) => this.#receive(JSON.parse((event as MessageEvent).data)));
    }
    // While the browser comes back by itself the state is CONNECTING; CLOSED means that the server has refused.
    source.onerror = () => {
      if (source.readyState === source.CLOSED) this.#explain(topic, source);
    };
  }

  /** A browser does not show why a stream was refused; the plain GET does. */
  #explain(topic: string, source: EventSource): void {
    askState(this.#environment, topic, undefined).then(
      (message) => {
        if (this.#closed || this.#sources.get(topic) !== source) return;
        this.unsubscribe(topic);
        this.#events.message(message);
        if (message.op !== 'error') this.#end();
      },
      () => this.#end(),
    );
  }

  #receive(message: ServerMessage): void {
    if (!this.#closed) this.#events.message(message);
  }

  #end(): void {
    if (this.#closed) return;
    this.close();
    this.#events.closed(1006);
  }
}
