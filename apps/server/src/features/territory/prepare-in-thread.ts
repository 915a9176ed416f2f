import { Worker } from 'node:worker_threads';
import type { Result } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import {
  type BoundaryOrder,
  type OnProgress,
  type PreparedBoundary,
  prepareBoundary,
} from './prepare-boundary.ts';

export type ToldByThread =
  | { readonly kind: 'progress'; readonly step: 'reading' | 'simplifying'; readonly share: number }
  | { readonly kind: 'end'; readonly prepared: Result<PreparedBoundary, Problem> };

export interface Watching {
  /** Ends the thread; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** Less is read and simplified sooner than a thread starts. */
const manyBytes = 500_000;

/** The same as `prepareBoundary`; a country's outlines, which take seconds, in a thread beside the server's own. */
export const prepareInThread = async (
  order: BoundaryOrder,
  { signal, onProgress = () => undefined }: Watching = {},
): Promise<Result<PreparedBoundary, Problem>> => {
  signal?.throwIfAborted();
  if (sizeOf(order.body) < manyBytes) return prepareBoundary(order, onProgress);
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), { workerData: order });
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason);
      void worker.terminate();
    });
    worker.on('message', (told: ToldByThread) => {
      if (told.kind === 'progress') onProgress(told.step, told.share);
      else resolve(told.prepared);
    });
    worker.once('error', reject);
    // Without effect where it has answered.
    worker.once('exit', (code) => reject(new Error(`the thread that simplifies shapes ended with ${code}`)));
  });
};

const sizeOf = (body: unknown): number =>
  body instanceof Uint8Array ? body.byteLength : JSON.stringify(body ?? null).length;
