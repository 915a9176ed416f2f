import type { LiveError } from './live-error.ts';
import { type Consumer, type Subscription, stale } from './subscription.ts';
import type { Topics } from './topics.ts';
import type { Viewer } from './viewer.ts';
import type { WatchedTopic } from './watched-topic.ts';

interface Entry {
  /** What the client said last while the entry was still being opened. */
  since: number | undefined;
  joined: { readonly watched: WatchedTopic; readonly subscription: Subscription } | undefined;
}

/** The topics that one consumer watches, from the first wish to the last message. */
export class Watching {
  readonly #topics: Topics;
  readonly #viewer: Viewer;
  readonly #consumer: Consumer;
  readonly #entries = new Map<string, Entry>();
  #rechecks = 0;

  constructor(topics: Topics, viewer: Viewer, consumer: Consumer) {
    this.#topics = topics;
    this.#viewer = viewer;
    this.#consumer = consumer;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(topic: string): boolean {
    return this.#entries.has(topic);
  }

  /** Begins, or begins anew from `since`. Answers why not; nothing when dropped meanwhile. */
  async watch(topic: string, since: number | undefined): Promise<LiveError | undefined> {
    const entry = this.#entries.get(topic);
    if (entry === undefined) return this.#begin(topic, since);
    if (entry.joined === undefined) entry.since = since;
    else entry.joined.watched.state.catchUp(entry.joined.subscription, since);
    return undefined;
  }

  /** False when it was not watched. */
  drop(topic: string): boolean {
    const entry = this.#entries.get(topic);
    if (entry === undefined) return false;
    this.#entries.delete(topic);
    if (entry.joined?.watched.state.leave(entry.joined.subscription)) entry.joined.watched.release();
    return true;
  }

  clear(): void {
    for (const topic of [...this.#entries.keys()]) this.drop(topic);
  }

  /** The newest state of whatever was skipped while the consumer was behind. */
  catchUp(): void {
    for (const { joined } of this.#entries.values()) {
      if (joined?.subscription.seq === stale) joined.watched.state.catchUp(joined.subscription);
    }
  }

  /** Drops what may no longer be watched, and says what and why. */
  async recheck(): Promise<readonly { readonly topic: string; readonly error: LiveError }[]> {
    this.#rechecks++;
    const lost: { topic: string; error: LiveError }[] = [];
    for (const [topic, entry] of [...this.#entries]) {
      if (entry.joined === undefined) continue;
      const error = await this.#topics.refusalNow(entry.joined.watched, this.#viewer);
      if (error !== undefined && this.#entries.get(topic) === entry) {
        this.drop(topic);
        lost.push({ topic, error });
      }
    }
    return lost;
  }

  async #begin(topic: string, since: number | undefined): Promise<LiveError | undefined> {
    const entry: Entry = { since, joined: undefined };
    this.#entries.set(topic, entry);
    const rechecksBefore = this.#rechecks;
    const opened = await this.#topics.open(topic, this.#viewer);
    if (!opened.ok) return this.#entries.get(topic) === entry ? this.#refuse(topic, opened.error) : undefined;
    const watched = opened.value;
    // A recheck while the topic was being opened did not see this entry: ask again.
    const changed = rechecksBefore !== this.#rechecks;
    const refused = changed ? await this.#topics.refusalNow(watched, this.#viewer) : undefined;
    if (this.#entries.get(topic) !== entry || refused !== undefined) {
      watched.release();
      return refused === undefined ? undefined : this.#refuse(topic, refused);
    }
    entry.joined = { watched, subscription: watched.state.join(this.#consumer, entry.since) };
    watched.clock.watch(true);
    return undefined;
  }

  #refuse(topic: string, error: LiveError): LiveError {
    this.#entries.delete(topic);
    return error;
  }
}
