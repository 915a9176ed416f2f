import { err, ok, type Result } from '@comitium/basics';
import type { BatchAnswer, BatchLine } from '@comitium/contract';
import { BatchQueue } from './batch-queue.ts';
import { apiBase } from './open-session.ts';
import { defaultRetryPolicy, mayRetry, pause, pauseAfter, type RetryPolicy } from './retry-policy.ts';
import type { SendFailure } from './send-failure.ts';
import { causeOf } from './send-request.ts';
import { uploadOnce } from './upload-once.ts';

export interface BatchUpload {
  /** Of the server, such as `http://localhost:8080`. */
  readonly url: string;
  /** Code or id. */
  readonly election: string;
  /** A bearer token, or a way to it, such as a session's. */
  readonly token: string | (() => Promise<Result<string, SendFailure>>);
  readonly lines: Iterable<BatchLine> | AsyncIterable<BatchLine>;
  /** Lines sent and not yet answered, at most. Default 16,384. */
  readonly window?: number;
  /** Where the window is full and no answer comes for so long, the request ends and another one goes on. Default 2,000. */
  readonly stallMs?: number;
  readonly retry?: Partial<RetryPolicy>;
  readonly signal?: AbortSignal;
}

/**
 * Uploads sheets as NDJSON and yields the final answer to each, `line` counting the given lines from 1. Nobody is hurried: a
 * slow server slows the reading of `lines`, a slow caller slows the server. When the connection breaks, a new request begins
 * with the first unanswered line, same keys; a line that the server could not take just then is sent again, so that its
 * answer comes later than its neighbours'. A failure is the last thing yielded.
 */
export async function* sendBatch(upload: BatchUpload): AsyncGenerator<Result<BatchAnswer, SendFailure>> {
  const { lines, window = 16_384, stallMs = 2000 } = upload;
  const retry = { ...defaultRetryPolicy, ...upload.retry };
  const queue = new BatchQueue(lines, { window, stallMs });
  try {
    yield* sendAll(upload, queue, retry);
  } finally {
    await queue.release();
  }
}

async function* sendAll(
  upload: BatchUpload,
  queue: BatchQueue,
  retry: RetryPolicy,
): AsyncGenerator<Result<BatchAnswer, SendFailure>> {
  const { token, signal } = upload;
  for (let failures = 1; ; failures += 1) {
    const bearer = typeof token === 'string' ? ok(token) : await token();
    if (!bearer.ok) return yield bearer;
    const end = yield* sendRest(upload, queue, bearer.value);
    await queue.restart();
    if (signal?.aborted) return yield err({ code: 'aborted' });
    if (end.failure !== null) return yield err(end.failure);
    if (queue.finished) return;
    if (end.answered > 0) failures = 1;
    if (failures >= retry.attempts) return yield err({ code: 'unreachable', detail: end.detail });
    await pause(pauseAfter(failures, retry, end.retryAfter), signal);
  }
}

interface RequestEnd {
  /** Lines that have their final answer by this request. */
  answered: number;
  /** What another request would not better. */
  failure: SendFailure | null;
  detail: string;
  retryAfter: string | null;
}

async function* sendRest(
  { url, election, signal }: BatchUpload,
  queue: BatchQueue,
  token: string,
): AsyncGenerator<Result<BatchAnswer, SendFailure>, RequestEnd> {
  const end: RequestEnd = {
    ...{ answered: 0, failure: null, retryAfter: null },
    detail: 'The answers ended too early.',
  };
  const endpoint = `${apiBase(url)}/elections/${encodeURIComponent(election)}/results/polling-station/batch`;
  try {
    for await (const step of uploadOnce({ endpoint, token, queue, signal })) {
      if (step.kind === 'broken') {
        end.failure = { code: 'protocol_broken', detail: step.detail };
        return end;
      }
      if (step.kind === 'refused') {
        const { status, detail } = step;
        if (!mayRetry(status, undefined)) end.failure = { code: 'refused', status, detail };
        Object.assign(end, { detail, retryAfter: step.retryAfter });
      } else if (mayRetry(step.answer.status, step.answer.problem?.code)) {
        const seconds = step.answer.problem?.retryAfterSeconds ?? 0;
        queue.sendAgain(step.line, seconds * 1000);
        // Where all other lines are through, the request ends and the next one waits as long.
        if (seconds > 0) end.retryAfter = String(seconds);
      } else {
        end.answered += 1;
        yield ok({ ...step.answer, line: step.line.line });
      }
    }
  } catch (cause) {
    end.detail = causeOf(cause);
  }
  return end;
}
