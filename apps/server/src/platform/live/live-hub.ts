import { err, ok, type Result } from '@comitium/basics';
import type { JsonObject } from '@comitium/contract';
import { Admission, type Admitted, type Origin, type RedeemTicket } from './admission.ts';
import type { LiveContext } from './live-context.ts';
import type { LiveError } from './live-error.ts';
import { type LiveMetrics, noMetrics } from './live-metrics.ts';
import { defaultLiveSettings, type LiveSettings } from './live-settings.ts';
import type { Member } from './member.ts';
import { Members } from './members.ts';
import { type Scheduler, systemScheduler } from './scheduler.ts';
import { Sequence } from './sequence.ts';
import type { TopicDefinition } from './topic-definition.ts';
import { TopicRegistry } from './topic-registry.ts';
import { Topics, type TouchTarget } from './topics.ts';
import type { Viewer } from './viewer.ts';

export interface LiveHubOptions {
  readonly redeemTicket: RedeemTicket;
  /** Told of what a feature threw, and of which topic (or `ticket`); the feed goes on. */
  readonly onError: (error: unknown, topic: string) => void;
  /** Told of a viewer who may not watch a topic that he asked for. */
  readonly onRefused?: (viewer: Viewer, topic: string) => void;
  readonly settings?: Partial<LiveSettings>;
  readonly scheduler?: Scheduler;
  readonly metrics?: LiveMetrics;
}

/** A topic as a plain GET answers it. */
export interface CurrentState {
  readonly seq: number;
  readonly data: JsonObject;
  /** With quotes, as the header wants it. */
  readonly etag: string;
}

/** The live feed of one process: features state topics and touch them, the hub does the rest (SPEC.md). */
export class LiveHub {
  readonly #context: LiveContext;
  readonly #topics: Topics;
  readonly #members: Members;
  readonly #admission: Admission;
  #draining = false;

  constructor(options: LiveHubOptions) {
    const scheduler = options.scheduler ?? systemScheduler;
    this.#context = {
      settings: { ...defaultLiveSettings, ...options.settings },
      scheduler,
      metrics: options.metrics ?? noMetrics,
      sequence: new Sequence(scheduler.now()),
      onError: options.onError,
      onRefused: options.onRefused ?? (() => undefined),
    };
    this.#topics = new Topics(new TopicRegistry(), this.#context);
    this.#members = new Members(this.#context);
    this.#admission = new Admission(this.#context, options.redeemTicket);
  }

  get settings(): LiveSettings {
    return this.#context.settings;
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** At start-up; throws for a topic without an access rule. */
  register<Params>(definition: TopicDefinition<Params>): void {
    this.#topics.registry.register(definition);
  }

  /** Every kind of topic, for the generated table of who may watch what. */
  definitions(): readonly TopicDefinition<unknown>[] {
    return this.#topics.registry.list();
  }

  /** These topics' state may have changed: cheap, and nothing at all for what nobody watches. */
  touch(target: TouchTarget): void {
    this.#topics.touch(target);
  }

  /** Sends what has been touched without waiting for the topic's rate; answers when it has been handed over. */
  async flush(target: TouchTarget = () => true): Promise<void> {
    await this.#topics.flush(target);
  }

  /** Roles of this user (or of anybody) have changed: asks every right again. */
  async recheck(userId?: string): Promise<void> {
    await this.#members.recheck(userId);
  }

  /** Ends all connections of a user: his login is gone. */
  signOut(userId: string): void {
    this.#members.signOut(userId);
  }

  /** The topic for a plain GET. Rights are asked when a viewer is given; else the caller has asked them. */
  async currentState(topic: string, viewer?: Viewer): Promise<Result<CurrentState, LiveError>> {
    const opened = await this.#topics.open(topic, viewer);
    if (!opened.ok) return opened;
    opened.value.release();
    const { version } = opened.value.state;
    if (version === undefined) throw new Error(`topic ${topic} was opened without a version`);
    return ok({ ...version, etag: `"${version.seq}"` });
  }

  /** For the hub's own entrances. */
  get parts(): { readonly topics: Topics; readonly context: LiveContext } {
    return { topics: this.#topics, context: this.#context };
  }

  /** Whether one more connection may come in; who is let in calls `enter`, or `release` if nothing came of it. */
  async admit(origin: Origin): Promise<Result<Admitted, LiveError>> {
    if (this.#draining) return err({ code: 'unavailable', message: 'The server is going away' });
    return await this.#admission.admit(origin);
  }

  /** Counts the member in; the answer counts it out, once, and must be called when its connection has ended. */
  enter(member: Member, admitted: Admitted, kind: 'sockets' | 'streams'): () => void {
    const remove = this.#members.add(member);
    this.#context.metrics.add(kind, 1);
    return () => {
      this.#context.metrics.add(kind, -1);
      remove();
      admitted.release();
    };
  }

  /** No new connections; those there are go, spread over `drainMs`. */
  async drain(): Promise<void> {
    this.#draining = true;
    await this.#members.drain();
  }

  /** Ends everything at once. */
  close(): void {
    this.#draining = true;
    this.#members.terminate();
  }
}
