import type { BatchAnswer } from '@comitium/contract';
import type { BatchQueue, QueuedLine } from './batch-queue.ts';
import { readLines } from './read-lines.ts';

export interface UploadRequest {
  readonly endpoint: string;
  readonly token: string;
  readonly queue: BatchQueue;
  readonly signal: AbortSignal | undefined;
}

export type UploadStep =
  | { readonly kind: 'answered'; readonly line: QueuedLine; readonly answer: BatchAnswer }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly detail: string;
      readonly retryAfter: string | null;
    }
  | { readonly kind: 'broken'; readonly detail: string };

const chunkCharacters = 32 * 1024;

/** One request of an upload, from the queue's next line to the end of the answers. Throws where the connection breaks. */
export async function* uploadOnce(request: UploadRequest): AsyncGenerator<UploadStep> {
  const { endpoint, token, queue, signal } = request;
  const stop = new AbortController();
  const forward = (): void => stop.abort();
  signal?.addEventListener('abort', forward, { once: true });
  if (signal?.aborted) stop.abort();
  try {
    const options: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` },
      body: streamOf(queue),
      duplex: 'half',
      signal: stop.signal,
    };
    const response = await fetch(endpoint, options);
    if (!response.ok || response.body === null) {
      const detail = await response.text();
      const retryAfter = response.headers.get('retry-after');
      yield { kind: 'refused', status: response.status, detail, retryAfter };
      return;
    }
    for await (const text of readLines(response.body)) if (text !== '') yield readAnswer(text, queue);
  } finally {
    // Also ends a body that is still being sent, whether the answers ended early or the caller went away.
    stop.abort();
    signal?.removeEventListener('abort', forward);
  }
}

const streamOf = (queue: BatchQueue): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const chunk = await queue.takeChunk(chunkCharacters);
      if (chunk === '') controller.close();
      else controller.enqueue(encoder.encode(chunk));
    },
  });
};

const readAnswer = (text: string, queue: BatchQueue): UploadStep => {
  const answer = JSON.parse(text) as BatchAnswer;
  const line = queue.answer();
  if (line === undefined)
    return { kind: 'broken', detail: `There is an answer too many, for ${answer.key}.` };
  if (answer.key !== line.sheet.key) {
    return { kind: 'broken', detail: `The answer to ${line.sheet.key} came for ${answer.key}.` };
  }
  return { kind: 'answered', line, answer };
};
