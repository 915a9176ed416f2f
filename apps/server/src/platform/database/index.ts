export { CommitRolledBackError } from './checked-pool.ts';
export { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';
export { type Database, type DatabaseOptions, openDatabase } from './database.ts';
export type { EmbeddedPostgresError } from './embedded/embedded-postgres-error.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.ts';
export { errorCode, isDatabaseUnavailable, isRetryable } from './is-database-unavailable.ts';
export type { Log } from './log.ts';
export { MigrationMismatchError, migrate } from './migrate.ts';
export { prepareDatabase } from './prepare-database.ts';
export type { DatabaseSchema } from './schema.ts';
export { afterCommit, inTransaction, type Transaction, type TransactionOptions } from './transaction.ts';
