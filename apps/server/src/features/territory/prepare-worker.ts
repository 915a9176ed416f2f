// The thread in which large shapes are read and simplified, one import in each.
import { parentPort, workerData } from 'node:worker_threads';
import { type BoundaryOrder, prepareBoundary } from './prepare-boundary.ts';
import type { ToldByThread } from './prepare-in-thread.ts';

const tell = (told: ToldByThread): void => parentPort?.postMessage(told);

const prepared = prepareBoundary(workerData as BoundaryOrder, (step, share) =>
  tell({ kind: 'progress', step, share }),
);
tell({ kind: 'end', prepared });
