import { runMigrations } from 'graphile-worker';
import type { Database } from '../database/database.ts';

/** Brings the job queue's own schema (graphile_worker) up to date; safe in several processes at once. */
export const migrateJobs = (db: Database): Promise<void> => runMigrations({ pgPool: db.pool });
