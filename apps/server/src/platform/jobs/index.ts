export { type EnqueueOptions, enqueue } from './enqueue.ts';
export type { Job, JobContext } from './job.ts';
export { migrateJobs } from './migrate-jobs.ts';
export { type ReportProgress, runWork } from './run-work.ts';
export { startWorker, type Worker, type WorkerOptions } from './start-worker.ts';
export { type Work, WorkCancelledError, type WorkProgress } from './work.ts';
export { findWork, insertWork, listWork, requestCancel } from './work-store.ts';
