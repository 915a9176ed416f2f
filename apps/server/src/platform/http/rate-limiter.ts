import type { Clock } from '@comitium/basics';

/** The outcome of asking for one request: how many are left in the window and when it begins anew. */
export interface RateVerdict {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

export interface RateLimiter {
  /** Counts one request in the key's window, which begins with its first request; `most` of them are allowed. */
  take(key: string, most: number, windowSeconds?: number): Promise<RateVerdict>;
  close(): Promise<void>;
}

export const defaultWindowSeconds = 60;

/** `count` includes the request that is asked for. */
export const verdictOf = (count: number, most: number, leftMs: number): RateVerdict => ({
  allowed: count <= most,
  limit: most,
  remaining: Math.max(0, most - count),
  resetSeconds: Math.ceil(leftMs / 1000),
});

const mostKeys = 200_000;

/** Fixed windows in memory: every request counts, also those of one burst. Old keys are swept. */
export const createRateLimiter = (clock: Clock): RateLimiter => {
  let windows = new Map<string, { count: number; endsAt: number }>();
  const sweep = (now: number): void => {
    windows = new Map([...windows].filter(([, window]) => window.endsAt > now));
  };
  return {
    take: async (key, most, windowSeconds = defaultWindowSeconds) => {
      const now = clock.now().getTime();
      let window = windows.get(key);
      if (window === undefined || window.endsAt <= now) {
        if (windows.size >= mostKeys) sweep(now);
        window = { count: 0, endsAt: now + windowSeconds * 1000 };
        windows.set(key, window);
      }
      window.count += 1;
      return verdictOf(window.count, most, window.endsAt - now);
    },
    close: () => Promise.resolve(),
  };
};
