import type { SharedMessage } from './shared-message.ts';

interface PastUpdate {
  readonly prev: number;
  readonly bytes: number;
  readonly message: SharedMessage;
}

/** The latest updates of one topic, bounded in number and bytes, for clients that come back after a short gap. */
export class UpdateHistory {
  readonly #bounds: { readonly updates: number; readonly bytes: number };
  readonly #updates: PastUpdate[] = [];
  #bytes = 0;

  constructor(bounds: { readonly updates: number; readonly bytes: number }) {
    this.#bounds = bounds;
  }

  add(prev: number, message: SharedMessage): void {
    const bytes = message.text.length;
    this.#updates.push({ prev, bytes, message });
    this.#bytes += bytes;
    while (this.#updates.length > this.#bounds.updates || this.#bytes > this.#bounds.bytes) {
      this.#bytes -= this.#updates.shift()?.bytes ?? 0;
    }
  }

  /** What happened after `seq`, oldest first; undefined when that is not known, or longer than `mostBytes`. */
  after(seq: number, mostBytes: number): readonly SharedMessage[] | undefined {
    const start = this.#updates.findIndex((update) => update.prev === seq);
    if (start < 0) return undefined;
    const missed = this.#updates.slice(start);
    const bytes = missed.reduce((sum, update) => sum + update.bytes, 0);
    return bytes > mostBytes ? undefined : missed.map((update) => update.message);
  }
}
