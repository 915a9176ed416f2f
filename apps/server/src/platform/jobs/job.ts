import type { Database } from '../database/database.ts';
import type { Log } from '../database/log.ts';
import type { JsonObject } from '../ledger/ledger-event.ts';

export interface JobContext {
  readonly db: Database;
  readonly log: Log;
  /** Aborts some seconds after the program was asked to stop; the job is then run again later, from its start. */
  readonly signal: AbortSignal;
  /** From 1. */
  readonly attempt: number;
}

/** Background work. It may be run more than once for one request, so its effects must bear repetition. */
export interface Job<Payload = JsonObject> {
  /** `<noun>.<verb>`, unique over all features. */
  readonly name: string;
  /** Five fields in UTC, such as `0 3 * * *`; the payload is then empty. */
  readonly cron?: string;
  run(payload: Payload, context: JobContext): Promise<void>;
}
