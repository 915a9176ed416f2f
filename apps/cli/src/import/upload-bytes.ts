import type { ApiSession } from '../api-session.ts';

interface Upload {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Ends the upload, but not once all of it has left: then the answer says what it began. */
  readonly stopped: AbortSignal;
  /** The share that has left, 0 to 1. */
  readonly onSent: (share: number) => void;
}

const chunkBytes = 256 * 1024;

/** Null where the connection was lost. */
export const uploadBytes = async (
  session: ApiSession,
  { path, bytes, stopped, onSent }: Upload,
): Promise<Response | 'stopped' | null> => {
  const ending = new AbortController();
  let hasLeft = false;
  const stop = (): void => {
    if (!hasLeft) ending.abort();
  };
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      yield bytes.subarray(at, at + chunkBytes);
      onSent(Math.min(1, (at + chunkBytes) / bytes.length));
    }
    hasLeft = true;
  }
  stopped.addEventListener('abort', stop);
  if (stopped.aborted) stop();
  try {
    const answer = await session.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ReadableStream.from(chunks()),
      duplex: 'half',
      signal: ending.signal,
    });
    return answer === null && ending.signal.aborted ? 'stopped' : answer;
  } finally {
    stopped.removeEventListener('abort', stop);
  }
};
