import type { Scheduler } from './scheduler.ts';

const longestRetryMs = 10_000;

/**
 * When a topic is renewed: at once after a quiet time, never more often than its rate, one at a time, only while it is
 * watched, and again after a failure, each time later.
 */
export class TopicClock {
  readonly #scheduler: Scheduler;
  readonly #intervalMs: number;
  readonly #renew: () => Promise<void>;
  #watched = false;
  #dirty = true;
  #failures = 0;
  #renewedAt = Number.NEGATIVE_INFINITY;
  #cancelTick: (() => void) | undefined;
  #running: Promise<boolean> | undefined;

  /** `renew` reports its own failures before it rejects. */
  constructor(scheduler: Scheduler, rateHz: number, renew: () => Promise<void>) {
    this.#scheduler = scheduler;
    this.#intervalMs = 1000 / rateHz;
    this.#renew = renew;
  }

  /** The state may have changed. Costs nothing while nobody watches. */
  touch(): void {
    this.#dirty = true;
    this.#schedule();
  }

  watch(watched: boolean): void {
    this.#watched = watched;
    if (watched) this.#schedule();
    else this.#stopTick();
  }

  /** True when a touch has not been answered for longer than the rate allows. */
  get overdue(): boolean {
    return this.#dirty && this.#scheduler.now() >= this.#renewedAt + this.#intervalMs;
  }

  /** Answers every touch made before the call, joining a run that is under way; false when renewing failed. */
  async renewNow(): Promise<boolean> {
    const renewed = this.#running === undefined || (await this.#running);
    return renewed && this.#dirty ? (this.#running ?? this.#run()) : renewed;
  }

  #schedule(): void {
    if (!this.#dirty || !this.#watched || this.#cancelTick !== undefined || this.#running !== undefined)
      return;
    const waitMs = Math.min(
      this.#intervalMs * 2 ** this.#failures,
      Math.max(longestRetryMs, this.#intervalMs),
    );
    const delayMs = Math.max(0, this.#renewedAt + waitMs - this.#scheduler.now());
    this.#cancelTick = this.#scheduler.after(delayMs, () => {
      void this.#run();
    });
  }

  #stopTick(): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
  }

  #run(): Promise<boolean> {
    this.#stopTick();
    this.#dirty = false;
    this.#renewedAt = this.#scheduler.now();
    this.#running = this.#renew().then(
      () => this.#finished(true),
      () => this.#finished(false),
    );
    return this.#running;
  }

  #finished(renewed: boolean): boolean {
    this.#running = undefined;
    this.#failures = renewed ? 0 : this.#failures + 1;
    if (!renewed) this.#dirty = true;
    this.#schedule();
    return renewed;
  }
}
