import { EventEmitter, once } from 'node:events';
import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEventMap,
  type WorkerEvents,
} from 'graphile-worker';
import type { Database } from '../database/database.ts';
import { pause } from '../database/pause.ts';
import type { Job } from './job.ts';
import { migrateJobs } from './migrate-jobs.ts';
import { keepWorkerPresence } from './worker-presence.ts';

export interface WorkerOptions {
  readonly jobs: readonly Job[];
  /** Jobs at the same time. */
  readonly concurrency?: number;
}

export interface Worker {
  /** Takes no more jobs and waits for those under way; after five seconds their signal aborts. */
  stop(): Promise<void>;
}

const restartAfterMs = 500;

const asTasks = (db: Database, jobs: readonly Job[]): TaskList => {
  const names = jobs.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two jobs are named ${twice}`);
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload, { abortSignal, job: { attempts } }) =>
        job.run(payload as Parameters<Job['run']>[0], {
          db,
          log: db.log,
          signal: abortSignal,
          attempt: attempts,
        }),
    ]),
  );
};

const asCronItems = (jobs: readonly Job[]) =>
  parseCronItems(
    jobs.flatMap(({ name, cron }) =>
      cron === undefined ? [] : [{ task: name, match: cron, identifier: name }],
    ),
  );

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;

const asLogger = (db: Database): Logger =>
  new Logger((scope) => (level, message) => db.log[levels[level]]({ job: scope }, message));

interface Shift {
  readonly runner: Runner;
  /** The name under which this shift locks jobs. */
  readonly workerId: string;
  /** When it takes no more jobs and none of its own runs: why, as far as it says. */
  readonly over: Promise<unknown>;
  end(): Promise<void>;
}

const beginShift = async (db: Database, tasks: TaskList, options: WorkerOptions): Promise<Shift> => {
  const events: WorkerEvents = new EventEmitter();
  const created = once(events, 'pool:create') as Promise<[WorkerEventMap['pool:create']]>;
  const runner = await run({
    pgPool: db.pool,
    // In batches, even of one: where a job's end cannot be noted, the runner then ends in order and is begun again.
    // Without batches that is a rejection which nobody handles, and the process ends.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    events,
    logger: asLogger(db),
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    taskList: tasks,
    parsedCronItems: asCronItems(options.jobs),
  });
  const [{ workerPool }] = await created;
  const workerId = workerPool.id;
  const end = keepWorkerPresence(db, { workerId, sweepEveryMs: 15_000 });
  return { runner, workerId, over: whenOver(runner, events), end };
};

/** A runner that gives up while it is about to listen anew says that it has shut down, and then never settles. */
const whenOver = (runner: Runner, events: WorkerEvents): Promise<unknown> =>
  Promise.race([
    runner.promise.then(
      () => 'no reason given',
      (error: unknown) => error,
    ),
    once(events, 'pool:gracefulShutdown:complete').then(() => 'it has shut down'),
  ]);

/** Runs queued and timed jobs until stop(). Any number of processes may do so; each job runs in one. */
export const startWorker = async (db: Database, options: WorkerOptions): Promise<Worker> => {
  const tasks = asTasks(db, options.jobs);
  await migrateJobs(db);
  const stopping = new AbortController();
  let shift = await beginShift(db, tasks, options);

  // The queue's runner gives up where it cannot note a job's end because PostgreSQL is away; a new one follows.
  const beginAgain = async (): Promise<void> => {
    const { workerId } = shift;
    for (;;) {
      await pause(restartAfterMs, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        await db.pool.query('select graphile_worker.force_unlock_workers(array[$1])', [workerId]);
        shift = await beginShift(db, tasks, options);
        return;
      } catch (error) {
        db.log.warn({ error }, 'the job worker could not begin again and tries once more');
      }
    }
  };

  const keepWorking = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const reason = await shift.over;
      await shift.end();
      if (stopping.signal.aborted) return;
      db.log.error({ error: reason }, 'the job worker ended by itself and begins again');
      await beginAgain();
    }
  };
  const working = keepWorking();

  return {
    stop: async () => {
      stopping.abort();
      // A shift that ended by itself refuses to be stopped, which is no matter.
      const stopped = shift.runner
        .stop()
        .catch((error: unknown) => db.log.debug({ error }, 'the job worker had ended'));
      await Promise.race([stopped, shift.over]);
      await working;
    },
  };
};
