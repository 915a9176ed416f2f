import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { type CheckedPool, checkedPool } from './checked-pool.ts';
import { columnTypes } from './column-types.ts';
import type { Log } from './log.ts';
import type { DatabaseSchema } from './schema.ts';

export interface DatabaseOptions {
  readonly connectionString: string;
  readonly poolSize?: number;
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  readonly log?: Log;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
}

export interface Database {
  readonly kysely: Kysely<DatabaseSchema>;
  readonly pool: pg.Pool;
  /** Connections on which the next statement may be sent before the last one is answered: see `inOneTrip`. */
  readonly pipelines: CheckedPool;
  readonly connectionString: string;
  readonly log: Log;
  close(): Promise<void>;
}

/** Opens nothing yet: connections are made when first needed, and made anew after PostgreSQL was away. */
export const openDatabase = (options: DatabaseOptions): Database => {
  const log = options.log ?? pino({ level: 'silent' });
  const statementTimeoutMs = options.statementTimeoutMs ?? 15_000;
  let closing = false;
  // Without listeners, the end of a connection would end the process. The pool drops it by itself; whoever was
  // using it gets the error from his own query.
  const noteEnd = (error: Error): void => {
    if (!closing) log.warn({ error: error.message }, 'a database connection ended');
  };
  const openPool = (more: pg.PoolConfig): pg.Pool => {
    const pool = new pg.Pool({ ...poolOptions(options, statementTimeoutMs), ...more });
    pool.on('error', noteEnd);
    pool.on('connect', (client) => client.on('error', noteEnd));
    return pool;
  };
  const pool = openPool({ max: options.poolSize ?? 16 });
  const pipelines = openPool({ max: mostPipelines, pipeline: true });
  const kysely = new Kysely<DatabaseSchema>({
    dialect: new PostgresDialect({ pool: checkedPool(pool, statementTimeoutMs) }),
  });
  const close = async (): Promise<void> => {
    closing = true;
    await Promise.all([kysely.destroy(), pipelines.end()]);
  };
  return {
    ...{ kysely, pool, connectionString: options.connectionString, log, close },
    pipelines: checkedPool(pipelines, statementTimeoutMs),
  };
};

/** Those who send all at once hold a connection for moments only. */
const mostPipelines = 4;

const poolOptions = (options: DatabaseOptions, statementTimeoutMs: number): pg.PoolConfig => ({
  connectionString: options.connectionString,
  statement_timeout: statementTimeoutMs,
  lock_timeout: options.lockTimeoutMs ?? 5_000,
  idle_in_transaction_session_timeout: 30_000,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 60_000,
  keepAlive: true,
  application_name: options.applicationName ?? 'comitium',
  types: columnTypes,
});
