import { askState } from './ask-state.ts';
import type { FeedEnvironment } from './feed-environment.ts';
import type { Transport, TransportEvents } from './transport.ts';

interface Poll {
  cancel: () => void;
  seq: number | undefined;
}

/** Each topic by a plain GET every few seconds: works wherever the page itself could be loaded. */
export class PollingTransport implements Transport {
  readonly status = 'polling';
  readonly #environment: FeedEnvironment;
  readonly #events: TransportEvents;
  readonly #polls = new Map<string, Poll>();
  #closed = false;

  constructor(environment: FeedEnvironment, events: TransportEvents) {
    this.#environment = environment;
    this.#events = events;
    queueMicrotask(() => {
      if (!this.#closed) events.opened();
    });
  }

  subscribe(topic: string, since: number | undefined): void {
    this.unsubscribe(topic);
    const poll: Poll = { cancel: () => undefined, seq: since };
    this.#polls.set(topic, poll);
    this.#ask(topic, poll);
  }

  unsubscribe(topic: string): void {
    this.#polls.get(topic)?.cancel();
    this.#polls.delete(topic);
  }

  close(): void {
    this.#closed = true;
    for (const topic of [...this.#polls.keys()]) this.unsubscribe(topic);
  }

  #ask(topic: string, poll: Poll): void {
    askState(this.#environment, topic, poll.seq).then(
      (message) => {
        if (this.#polls.get(topic) !== poll) return;
        if ('seq' in message) poll.seq = message.seq;
        this.#plan(topic, poll);
        this.#events.message(message);
      },
      () => this.#end(),
    );
  }

  #plan(topic: string, poll: Poll): void {
    const { pollMs, random, timers } = this.#environment;
    poll.cancel = timers.after(pollMs * (0.75 + random() / 2), () => this.#ask(topic, poll));
  }

  #end(): void {
    if (this.#closed) return;
    this.close();
    this.#events.closed(1006);
  }
}
