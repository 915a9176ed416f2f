import { sql } from 'kysely';
import type { Transaction } from '../database/transaction.ts';
import type { JsonObject } from '../ledger/ledger-event.ts';

export interface EnqueueOptions {
  /** A job with the same key that has not started yet is replaced. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Retries wait longer each time (e to the power of the attempt, in seconds); 25 attempts take about three days. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
}

/** The job exists if and only if the transaction commits. */
export const enqueue = async (
  tx: Transaction,
  name: string,
  payload: JsonObject,
  options: EnqueueOptions = {},
): Promise<void> => {
  await sql`select graphile_worker.add_job(
    ${name}, ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}::text,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? null}::int,
    job_key => ${options.key ?? null}::text)`.execute(tx);
};
