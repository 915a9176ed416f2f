import type { Route } from './http/route.ts';
import type { Job } from './jobs/job.ts';

/** The same shape for every feature, so that who knows one knows all. build-app.ts lists them, one line each. */
export interface Feature {
  readonly name: string;
  readonly routes?: readonly Route[];
  readonly jobs?: readonly Job[];
  /** Registers topics and begins following the ledger; what it starts, `stop` ends. */
  start?(): Promise<void>;
  stop?(): Promise<void>;
}
