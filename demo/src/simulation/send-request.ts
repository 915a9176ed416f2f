import { err, ok, type Result } from '@comitium/basics';
import { mayRetry, pause, pauseAfter, type RetryPolicy } from './retry-policy.ts';
import type { SendFailure } from './send-failure.ts';

export interface JsonRequest {
  readonly url: string;
  /** Left out where there is something to read and nothing to send. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface JsonAnswer {
  readonly status: number;
  readonly replayed: boolean;
  /** The parsed body, `{}` where it is no JSON object. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SendOptions {
  readonly retry: RetryPolicy;
  readonly signal?: AbortSignal | undefined;
  /** Called before each attempt but the first. */
  readonly onRetry?: (() => void) | undefined;
}

/** POSTs JSON, or GETs, until there is an answer that another attempt would not better: the headers carry the same key each time. */
export const sendRequest = async (
  request: JsonRequest,
  options: SendOptions,
): Promise<Result<JsonAnswer, SendFailure>> => {
  const { retry, signal, onRetry } = options;
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryOnce(request, options);
    if (tried.answer !== null && !mayRetry(tried.answer.status, problemCode(tried.answer)))
      return ok(tried.answer);
    if (signal?.aborted) return err({ code: 'aborted' });
    if (attempt >= retry.attempts) return err({ code: 'unreachable', detail: tried.detail });
    await pause(pauseAfter(attempt, retry, tried.retryAfter), signal);
    if (signal?.aborted) return err({ code: 'aborted' });
    onRetry?.();
  }
};

export const problemCode = ({ body }: JsonAnswer): string | undefined =>
  typeof body['code'] === 'string' ? body['code'] : undefined;

interface Attempt {
  readonly answer: JsonAnswer | null;
  readonly retryAfter: string | null;
  readonly detail: string;
}

const tryOnce = async ({ url, body, headers }: JsonRequest, options: SendOptions): Promise<Attempt> => {
  const { retry, signal } = options;
  const attempt = new AbortController();
  const stop = (): void => attempt.abort();
  const timer = setTimeout(stop, retry.timeoutMs);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  try {
    const type = { 'content-type': 'application/json', ...headers };
    const init: RequestInit =
      body === undefined
        ? { headers: { ...headers } }
        : { method: 'POST', headers: type, body: JSON.stringify(body) };
    const response = await fetch(url, { ...init, signal: attempt.signal });
    const answer = {
      status: response.status,
      replayed: response.headers.get('idempotent-replayed') === 'true',
      body: parseObject(await response.text()),
    };
    return { answer, retryAfter: response.headers.get('retry-after'), detail: `${url}: ${response.status}` };
  } catch (cause) {
    return { answer: null, retryAfter: null, detail: `${url}: ${causeOf(cause)}` };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
};

/** `fetch failed` hides the reason in its cause. */
export const causeOf = (error: unknown): string => {
  const { message, cause } = error as { message?: string; cause?: unknown };
  return cause instanceof Error ? cause.message : (message ?? String(error));
};

const parseObject = (text: string): Record<string, unknown> => {
  if (!text.startsWith('{')) return {};
  return JSON.parse(text) as Record<string, unknown>;
};
