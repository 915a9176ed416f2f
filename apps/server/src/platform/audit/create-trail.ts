// Gathers refusals and writes them together: a flood of them costs one row a moment and caller, and no request waits.
import type { Clock } from '@comitium/basics';
import type { Database } from '../database/database.ts';
import { isDatabaseUnavailable } from '../database/is-database-unavailable.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { describeDropped, describeRefusal } from './describe-refusal.ts';
import { RefusalBuffer } from './refusal-buffer.ts';
import { insertRefusals, type NewRefusal } from './refusal-store.ts';
import type { Trail } from './trail.ts';

export interface TrailOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, 'auditRefusals' | 'auditDropped'>;
  /** Different refusals that may wait to be written; more are counted and dropped. */
  readonly capacity?: number;
}

const gatherMs = 250;
const retryMs = 1_000;

export const createTrail = ({ db, clock, metrics, capacity = 5_000 }: TrailOptions): Trail => {
  const buffer = new RefusalBuffer(capacity, (times) => metrics.auditDropped.inc(times));
  const listeners = new Set<() => void>();
  let scheduled = false;
  let writing: Promise<void> = Promise.resolve();

  const schedule = (afterMs: number): void => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      void flush();
    }, afterMs).unref();
  };

  const write = async (): Promise<void> => {
    const { rows, dropped } = buffer.take();
    if (rows.length === 0 && dropped === 0) return;
    const told = dropped > 0 ? [...rows, describeDropped(dropped, clock.now())] : rows;
    try {
      await insertRefusals(db, told);
      for (const listener of listeners) listener();
    } catch (error) {
      db.log.warn({ err: error, waiting: rows.length }, 'refusals could not be stored and are tried again');
      if (isDatabaseUnavailable(error)) buffer.putBack(rows, dropped);
      else await writeEach(told);
      schedule(retryMs);
    }
  };

  /** One of them is one that PostgreSQL does not take: it alone is lost. */
  const writeEach = async (rows: readonly NewRefusal[]): Promise<void> => {
    for (const row of rows) {
      await insertRefusals(db, [row]).catch((error: unknown) => {
        db.log.error({ err: error, kind: row.kind }, 'a refusal cannot be stored');
        buffer.drop(row.times);
      });
    }
  };

  const flush = (): Promise<void> => {
    writing = writing.then(write);
    return writing;
  };

  return {
    flush,
    onStored: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    note: (entry) => {
      metrics.auditRefusals.inc({ kind: entry.kind });
      buffer.add(describeRefusal(entry, clock.now()));
      schedule(gatherMs);
    },
  };
};
