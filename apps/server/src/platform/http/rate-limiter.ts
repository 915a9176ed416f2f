import type { Clock } from '@comitium/basics';

/** The outcome of asking for one request: how many are left in the window and when it begins anew. */
export interface RateVerdict {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

export interface RateLimiter {
  take(key: string, perMinute: number): RateVerdict;
}

const windowMs = 60_000;
const mostKeys = 200_000;

/** Fixed one-minute windows in memory: every request counts, also those of one burst. Old keys are swept. */
export const createRateLimiter = (clock: Clock): RateLimiter => {
  let windows = new Map<string, { count: number; endsAt: number }>();
  const sweep = (now: number): void => {
    windows = new Map([...windows].filter(([, window]) => window.endsAt > now));
  };
  return {
    take: (key, perMinute) => {
      const now = clock.now().getTime();
      let window = windows.get(key);
      if (window === undefined || window.endsAt <= now) {
        if (windows.size >= mostKeys) sweep(now);
        window = { count: 0, endsAt: now + windowMs };
        windows.set(key, window);
      }
      window.count += 1;
      return {
        allowed: window.count <= perMinute,
        limit: perMinute,
        remaining: Math.max(0, perMinute - window.count),
        resetSeconds: Math.ceil((window.endsAt - now) / 1000),
      };
    },
  };
};
