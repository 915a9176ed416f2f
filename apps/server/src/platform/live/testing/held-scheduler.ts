import type { Scheduler } from '../scheduler.ts';

/** Time that stands still until a test moves it. */
export class HeldScheduler implements Scheduler {
  #nowMs: number;
  readonly #waiting = new Set<{ readonly atMs: number; readonly run: () => void }>();

  constructor(nowMs = Date.UTC(2024, 11, 7)) {
    this.#nowMs = nowMs;
  }

  now(): number {
    return this.#nowMs;
  }

  after(delayMs: number, run: () => void): () => void {
    const entry = { atMs: this.#nowMs + delayMs, run };
    this.#waiting.add(entry);
    return () => {
      this.#waiting.delete(entry);
    };
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Moves on, calling what falls due in order of time. */
  advance(byMs: number): void {
    const untilMs = this.#nowMs + byMs;
    for (let next = this.#next(untilMs); next !== undefined; next = this.#next(untilMs)) {
      this.#waiting.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.run();
    }
    this.#nowMs = untilMs;
  }

  #next(untilMs: number) {
    return [...this.#waiting].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
  }
}
