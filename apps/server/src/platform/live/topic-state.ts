import { diffMergePatch, findNullMember, type JsonObject } from '@comitium/contract';
import { fanOut } from './fan-out.ts';
import type { LiveContext } from './live-context.ts';
import type { SharedMessage } from './shared-message.ts';
import { type Consumer, type Subscription, stale } from './subscription.ts';
import { toSharedMessage } from './to-shared-message.ts';
import type { TopicDefinition } from './topic-definition.ts';
import { UpdateHistory } from './update-history.ts';

/** What is true of a topic at one number. */
export interface Version {
  readonly seq: number;
  readonly data: JsonObject;
}

/**
 * The one state of one topic, shared by everyone who watches it: who has joined, the newest version, the short
 * history. It changes only in `renew`, which the topic's clock calls, one at a time.
 */
export class TopicState {
  readonly topic: string;
  readonly definition: TopicDefinition<unknown>;
  readonly params: unknown;
  readonly #context: LiveContext;
  readonly #subscriptions = new Set<Subscription>();
  readonly #history: UpdateHistory;
  #version: Version | undefined;
  #snapshot: SharedMessage | undefined;

  constructor(
    topic: string,
    kind: { readonly definition: TopicDefinition<unknown>; readonly params: unknown },
    context: LiveContext,
  ) {
    this.topic = topic;
    this.definition = kind.definition;
    this.params = kind.params;
    this.#context = context;
    const { historyUpdates, historyBytes } = context.settings;
    this.#history = new UpdateHistory({ updates: historyUpdates, bytes: historyBytes });
  }

  get version(): Version | undefined {
    return this.#version;
  }

  /** Asks the feature for the present state and, when it differs, numbers it and tells everyone. */
  async renew(): Promise<void> {
    this.#context.metrics.count('snapshots', 1);
    const data = await this.definition.snapshot(this.params);
    const nullAt = findNullMember(data);
    if (nullAt !== undefined) throw new Error(`topic ${this.topic}: null member at ${nullAt}`);
    const before = this.#version;
    if (before === undefined) {
      this.#version = { seq: this.#context.sequence.first(), data };
      return;
    }
    const patch = diffMergePatch(before.data, data);
    if (patch === undefined) return;
    const seq = this.#context.sequence.next(before.seq);
    this.#version = { seq, data };
    this.#snapshot = undefined;
    const message = toSharedMessage({ op: 'update', topic: this.topic, seq, prev: before.seq, data: patch });
    this.#history.add(before.seq, message);
    const { taken, skipped } = await fanOut(this.#subscriptions, { prev: before.seq, seq, message });
    this.#count(message, taken, skipped);
  }

  /** Adds a consumer and brings it to the newest version at once. There must be a version. */
  join(consumer: Consumer, since: number | undefined): Subscription {
    const subscription: Subscription = { consumer, seq: stale };
    this.#subscriptions.add(subscription);
    this.#context.metrics.add('subscriptions', 1);
    this.catchUp(subscription, since);
    return subscription;
  }

  leave(subscription: Subscription): boolean {
    const left = this.#subscriptions.delete(subscription);
    if (left) this.#context.metrics.add('subscriptions', -1);
    return left;
  }

  /** The updates after `since` where the history knows them and they are shorter, else the whole state. */
  catchUp(subscription: Subscription, since?: number): void {
    const version = this.#version;
    if (version === undefined) throw new Error(`topic ${this.topic} has no version yet`);
    const messages = this.#missedSince(version, since) ?? [this.#snapshotOf(version)];
    subscription.seq = messages.every((message) => subscription.consumer.send(message)) ? version.seq : stale;
    if (subscription.seq === stale) this.#context.metrics.count('skipped', 1);
  }

  #count(message: SharedMessage, taken: number, skipped: number): void {
    const { metrics } = this.#context;
    metrics.count('frames', taken);
    metrics.count('bytes', taken * message.text.length);
    if (skipped > 0) metrics.count('skipped', skipped);
  }

  #missedSince(version: Version, since: number | undefined): readonly SharedMessage[] | undefined {
    if (since === undefined) return undefined;
    if (since !== version.seq) return this.#history.after(since, this.#snapshotOf(version).text.length);
    return [toSharedMessage({ op: 'update', topic: this.topic, seq: since, prev: since, data: {} })];
  }

  #snapshotOf(version: Version): SharedMessage {
    this.#snapshot ??= toSharedMessage({ op: 'snapshot', topic: this.topic, ...version });
    return this.#snapshot;
  }
}
