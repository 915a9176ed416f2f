import type { Writable } from 'node:stream';
import type { LiveContext } from './live-context.ts';

/**
 * Keeps what waits for a slow reader bounded: past the bound nothing is written until everything has been read, and
 * who does not manage that in time is cut off.
 */
export class ReaderPace {
  readonly #output: Writable;
  readonly #context: LiveContext;
  readonly #reader: { behind(): void; caughtUp(): void; tooSlow(): void };
  #cancel: (() => void) | undefined;

  constructor(
    output: Writable,
    context: LiveContext,
    reader: { behind(): void; caughtUp(): void; tooSlow(): void },
  ) {
    this.#output = output;
    this.#context = context;
    this.#reader = reader;
  }

  /** Whether another message may be written; the first no begins the waiting. */
  get open(): boolean {
    if (this.#cancel !== undefined) return false;
    if (this.#output.writableLength <= this.#context.settings.bufferedBytes) return true;
    this.#wait();
    return false;
  }

  stop(): void {
    this.#cancel?.();
  }

  #wait(): void {
    const caughtUp = () => {
      this.#cancel?.();
      this.#cancel = undefined;
      this.#reader.caughtUp();
    };
    const cancelTimer = this.#context.scheduler.after(this.#context.settings.behindMs, () => {
      this.#reader.tooSlow();
    });
    this.#output.once('drain', caughtUp);
    this.#cancel = () => {
      cancelTimer();
      this.#output.off('drain', caughtUp);
    };
    this.#reader.behind();
  }
}
