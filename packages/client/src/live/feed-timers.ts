/** The feed's only source of time, so that tests can hold it. */
export interface FeedTimers {
  now(): number;
  after(delayMs: number, run: () => void): () => void;
}

export const systemTimers: FeedTimers = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
