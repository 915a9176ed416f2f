const leastMs = 500;
const mostMs = 30_000;

/** Waiting times between attempts: full jitter, so that a crowd does not come back at one moment. */
export class Backoff {
  readonly #random: () => number;
  #attempts = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  get attempts(): number {
    return this.#attempts;
  }

  /** Between 0.5 s and a bound that doubles from 1 s to 30 s. */
  next(): number {
    this.#attempts++;
    return this.#within(Math.min(mostMs, 1_000 * 2 ** (this.#attempts - 1)));
  }

  /** What the server asks of those it sends away. */
  goingAway(): number {
    return this.#within(5_000);
  }

  /** For who has too many connections: another attempt soon would only be refused again. */
  long(): number {
    return mostMs / 2 + this.#within(mostMs) / 2;
  }

  reset(): void {
    this.#attempts = 0;
  }

  #within(boundMs: number): number {
    return leastMs + this.#random() * (boundMs - leastMs);
  }
}
