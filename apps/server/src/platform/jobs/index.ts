export type { Job } from './job.ts';

export { startWorker, type Worker } from './start-worker.ts';
