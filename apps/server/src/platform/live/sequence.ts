import { randomInt } from 'node:crypto';

const tagSize = 2 ** 20;

/**
 * Numbers for the states of topics. Each process numbers by itself, so a number holds a counter above and the
 * process's random tag in its low 20 bits: a client that resumes elsewhere, or after a restart, cannot be mistaken for
 * one that holds the same state. Counters start at the seconds since 1970 (below 2^33 until 2242).
 */
export class Sequence {
  readonly #tag: number;
  #floor: number;

  constructor(nowMs: number, tag: number = randomInt(tagSize)) {
    this.#tag = tag;
    this.#floor = Math.floor(nowMs / 1000);
  }

  /** For a topic that has no state yet: above everything that topics given up have used. */
  first(): number {
    return (this.#floor + 1) * tagSize + this.#tag;
  }

  next(seq: number): number {
    return seq + tagSize;
  }

  /** Owed when a topic is given up, so that its successor does not use its numbers again. */
  retire(seq: number): void {
    this.#floor = Math.max(this.#floor, Math.floor(seq / tagSize));
  }
}
