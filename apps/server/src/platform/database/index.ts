export { CommitRolledBackError } from './checked-pool.ts';
export { type Database, type DatabaseOptions, openDatabase } from './database.ts';
export {
  CommitOutcomeUnknownError,
  errorCode,
  isDatabaseUnavailable,
  isRetryable,
} from './database-errors.ts';
export type { EmbeddedPostgresError } from './embedded/embedded-postgres-error.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.ts';
export type { Log } from './log.ts';
export { MigrationMismatchError, migrate } from './migrate.ts';
export type { DatabaseSchema } from './schema.ts';
export { afterCommit, inTransaction, type Transaction, type TransactionOptions } from './transaction.ts';
