/** The hub's only source of time, so that tests can hold it. */
export interface Scheduler {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once after the delay; the answer takes it back. */
  after(delayMs: number, run: () => void): () => void;
}

/** setTimeout cannot wait longer: 2^31 − 1 ms. */
const longestMs = 2_147_483_647;

export const systemScheduler: Scheduler = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, Math.min(delayMs, longestMs)).unref();
    return () => clearTimeout(timer);
  },
};
