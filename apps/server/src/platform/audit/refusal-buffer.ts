import type { NewRefusal } from './refusal-store.ts';

/** Refusals that wait to be written: equal ones are one, and there are never more than `capacity`. */
export class RefusalBuffer {
  readonly #capacity: number;
  readonly #onDrop: (times: number) => void;
  #rows = new Map<string, NewRefusal>();
  #dropped = 0;

  constructor(capacity: number, onDrop: (times: number) => void) {
    this.#capacity = capacity;
    this.#onDrop = onDrop;
  }

  add(row: NewRefusal): void {
    const key = JSON.stringify([row.kind, row.personId, row.electionId, row.action, row.network, row.detail]);
    const same = this.#rows.get(key);
    if (same !== undefined) this.#rows.set(key, { ...same, times: same.times + row.times });
    else if (this.#rows.size < this.#capacity) this.#rows.set(key, row);
    else this.drop(row.times);
  }

  drop(times: number): void {
    this.#dropped += times;
    this.#onDrop(times);
  }

  /** All that waits, and how many could not be kept since the last time. */
  take(): { readonly rows: readonly NewRefusal[]; readonly dropped: number } {
    const taken = { rows: [...this.#rows.values()], dropped: this.#dropped };
    this.#rows = new Map();
    this.#dropped = 0;
    return taken;
  }

  /** What was taken and could not be written goes back to the front. */
  putBack(rows: readonly NewRefusal[], dropped: number): void {
    const since = this.take();
    this.#dropped = dropped + since.dropped;
    for (const row of [...rows, ...since.rows]) this.add(row);
  }
}
