import type { LiveContext } from './live-context.ts';
import { TopicClock } from './topic-clock.ts';
import type { TopicDefinition } from './topic-definition.ts';
import { TopicState } from './topic-state.ts';

/** A topic in memory: its state, its clock, and who still needs it. The last one to let go starts the linger. */
export class WatchedTopic {
  readonly state: TopicState;
  readonly clock: TopicClock;
  readonly #context: LiveContext;
  readonly #forget: () => void;
  #holders = 0;
  #failure: unknown;
  #cancelLinger: (() => void) | undefined;

  /** `forget` is called once, when nobody has held the topic for the linger time. */
  constructor(
    kind: { readonly topic: string; readonly definition: TopicDefinition<unknown>; readonly params: unknown },
    context: LiveContext,
    forget: () => void,
  ) {
    this.#context = context;
    this.#forget = forget;
    this.state = new TopicState(kind.topic, kind, context);
    this.clock = new TopicClock(context.scheduler, kind.definition.rateHz, () => this.#renew());
  }

  /** Why the last renewal failed. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Owes a `release`. */
  hold(): void {
    this.#cancelLinger?.();
    this.#cancelLinger = undefined;
    this.#holders++;
  }

  release(): void {
    this.#holders--;
    if (this.#holders > 0) return;
    this.clock.watch(false);
    const lingerMs = this.state.version === undefined ? 0 : this.#context.settings.lingerMs;
    this.#cancelLinger = this.#context.scheduler.after(lingerMs, this.#forget);
  }

  /** Brings a topic that nobody watched up to date; false when the feature failed and nothing can be shown. */
  async ready(): Promise<boolean> {
    const renewed =
      this.state.version !== undefined && !this.clock.overdue ? true : await this.clock.renewNow();
    return renewed && this.state.version !== undefined;
  }

  async #renew(): Promise<void> {
    try {
      await this.state.renew();
    } catch (error) {
      this.#failure = error;
      this.#context.metrics.count('errors', 1);
      this.#context.onError(error, this.state.topic);
      throw error;
    }
  }
}
