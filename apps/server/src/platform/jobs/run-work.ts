import type { JobContext } from './job.ts';
import { WorkCancelledError, type WorkProgress } from './work.ts';
import { endWork, updateWorkProgress } from './work-store.ts';

/** Tells how far the work is. Throws WorkCancelledError when it shall end; let it pass. */
export type ReportProgress = (progress: WorkProgress) => Promise<void>;

/**
 * Runs work inside a job, keeping its row true: running, then finished, cancelled, or failed. A failure is thrown on,
 * so that the queue tries the job again, and the row then says running again.
 */
export const runWork = async (
  { db, signal }: Pick<JobContext, 'db' | 'signal'>,
  id: string,
  work: (report: ReportProgress) => Promise<void>,
): Promise<void> => {
  const report: ReportProgress = async (progress) => {
    signal.throwIfAborted();
    const { cancelRequested } = await updateWorkProgress(db.kysely, id, progress);
    if (cancelRequested) throw new WorkCancelledError();
  };
  try {
    await report({ done: 0 });
    await work(report);
    await endWork(db.kysely, id, { state: 'finished' });
  } catch (error) {
    if (error instanceof WorkCancelledError) {
      await endWork(db.kysely, id, { state: 'cancelled' });
      return;
    }
    await endWork(db.kysely, id, {
      state: 'failed',
      error: error instanceof Error ? error.message : String(error),
    });
    throw error;
  }
};
