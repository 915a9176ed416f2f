import { setTimeout as delay } from 'node:timers/promises';

export interface RetryPolicy {
  /** How often one request is tried before the server counts as unreachable. */
  readonly attempts: number;
  /** The first pause; each one after it is twice as long, spread by half. */
  readonly baseMs: number;
  readonly longestMs: number;
  /** How long one attempt may take. */
  readonly timeoutMs: number;
}

/** About a minute and a half of patience: a server that restarts is not missed. */
export const defaultRetryPolicy: RetryPolicy = {
  attempts: 14,
  baseMs: 200,
  longestMs: 10_000,
  timeoutMs: 30_000,
};

const longestObeyedMs = 60_000;

/** How long to wait after the given failed attempt (from 1); a server that says `Retry-After` is obeyed. */
export const pauseAfter = (
  attempt: number,
  { baseMs, longestMs }: RetryPolicy,
  retryAfter: string | null,
): number => {
  const told = retryAfter === null ? Number.NaN : Number(retryAfter) * 1000;
  if (Number.isFinite(told) && told >= 0) return Math.min(told, longestObeyedMs);
  const full = Math.min(longestMs, baseMs * 2 ** (attempt - 1));
  return full * (0.5 + Math.random() / 2);
};

/** Waits, unless or until the signal says stop. */
export const pause = async (ms: number, signal: AbortSignal | undefined): Promise<void> => {
  if (signal?.aborted) return;
  try {
    await delay(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    // The wait ends early by abort and in no other way; whoever waits looks at the signal.
    if (!signal?.aborted) throw error;
  }
};

/** Answers that another attempt with the same key may better. */
export const mayRetry = (status: number, problemCode: string | undefined): boolean =>
  status === 408 ||
  status === 429 ||
  status >= 500 ||
  (status === 409 && problemCode === 'request_in_progress');
