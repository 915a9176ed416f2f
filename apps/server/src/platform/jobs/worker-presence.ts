// Frees the jobs of workers that died. The queue itself waits four hours before it believes that a worker is gone;
// here every worker holds an advisory lock named after it, which ends with its connection.
import pg from 'pg';
import type { Database } from '../database/database.ts';
import { pause } from '../database/pause.ts';

const lockOf = (workerId: string): string => `hashtextextended('comitium worker ' || ${workerId}, 0)`;

const findUnheld = async (client: pg.Client, own: string): Promise<string[]> => {
  const { rows } = await client.query<{ id: string }>(
    `select id from (
       select locked_by as id from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null
     ) as holder
     where id <> $1 and pg_try_advisory_xact_lock_shared(${lockOf('id')})`,
    [own],
  );
  return rows.map(({ id }) => id);
};

interface Presence {
  /** The name under which it locks jobs. */
  readonly workerId: string;
  readonly sweepEveryMs: number;
}

/** Holds this worker's lock and looks after the others' until the signal aborts or the connection ends. */
const holdOnce = async (
  db: Database,
  { workerId, sweepEveryMs }: Presence,
  signal: AbortSignal,
): Promise<void> => {
  const client = new pg.Client({
    connectionString: db.connectionString,
    application_name: 'comitium worker presence',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', (error) =>
    db.log.warn({ error: error.message }, 'the worker presence lost its connection'),
  );
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock(${lockOf('$1::text')})`, [workerId]);
    let suspects: string[] = [];
    while (!signal.aborted) {
      const unheld = await findUnheld(client, workerId);
      // Twice in a row, because a living worker is without its lock while it reconnects.
      const dead = unheld.filter((id) => suspects.includes(id));
      if (dead.length > 0) {
        db.log.warn({ workers: dead }, 'freeing the jobs of workers that died');
        await client.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
      }
      suspects = unheld;
      await pause(sweepEveryMs, signal);
    }
  } finally {
    await client.end();
  }
};

/** Answers the function that ends it. */
export const keepWorkerPresence = (db: Database, presence: Presence): (() => Promise<void>) => {
  const stopping = new AbortController();
  const keep = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await holdOnce(db, presence, stopping.signal);
      } catch (error) {
        db.log.warn({ error }, 'the worker presence could not be kept and is tried again');
        await pause(1_000, stopping.signal);
      }
    }
  };
  const kept = keep();
  return () => {
    stopping.abort();
    return kept;
  };
};
