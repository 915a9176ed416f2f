export {
  asRole,
  credentialsOf,
  embeddedApplication,
  ensureRole,
  mayChangeLedger,
} from './application-role.ts';
export { plainArray, textArray, timeArray, vectorArray } from './array-literal.ts';
export { askShortly, metricsWithinMs } from './ask-shortly.ts';
export type { RowOfBytes } from './bytes-query.ts';
export { findUnprepared, mayCreateTables } from './check-prepared.ts';
export type { CopyRows } from './copy-rows.ts';
export { CopyWriter } from './copy-writer.ts';
export { type Database, openDatabase } from './database.ts';
export { findRunningPostgres } from './embedded/find-running-postgres.ts';
export { startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
export { inOneTrip } from './in-one-trip.ts';
export {
  didNotAnswerInTime,
  isDatabaseBusy,
  isDatabaseUnavailable,
  isRetryable,
} from './is-database-unavailable.ts';
export { prepareDatabase } from './prepare-database.ts';
export { selectBytes } from './select-bytes.ts';
export { refuseServer } from './server-version.ts';
export { inTransaction, type Transaction } from './transaction.ts';
