import { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';
import { NoAnswerInTimeError } from './no-answer-in-time-error.ts';

const property = (error: unknown, name: 'code' | 'message' | 'syscall'): string => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
};

/** SQLSTATE or Node error code, empty where there is none. */
export const errorCode = (error: unknown): string => property(error, 'code');

const sqlState = /^[0-9A-Z]{5}$/;
// Class 08 connection; 57P01–57P03 shutting down, crashed, starting; 53300 no connection left; 25P03 idle too long.
const unavailableStates = /^(08...|57P0[1-5]|53300|25P03)$/;
const unavailableSystemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);
// pg has no codes for these.
const unavailableMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Query read timeout)/;

/** Whether PostgreSQL could not be reached or went away: HTTP answers 503 with Retry-After, work is tried again. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  if (error instanceof CommitOutcomeUnknownError || error instanceof NoAnswerInTimeError) return true;
  const code = errorCode(error);
  if (unavailableSystemCodes.has(code)) return true;
  // The unix socket's file is missing while the server is down.
  if (code === 'ENOENT' && property(error, 'syscall') === 'connect') return true;
  if (sqlState.test(code)) return unavailableStates.test(code);
  return unavailableMessages.test(property(error, 'message'));
};

/**
 * Whether it was waited for as long as it may take, also for the answer to a commit. Then it is not asked once more for the
 * same request; a connection that was lost instead is worth a second attempt.
 */
export const didNotAnswerInTime = (error: unknown): boolean =>
  error instanceof NoAnswerInTimeError ||
  (error instanceof CommitOutcomeUnknownError && didNotAnswerInTime(error.cause));

/** Serialization failure or deadlock: the same work, done again from the start, can succeed. */
export const isRetryable = (error: unknown): boolean => ['40001', '40P01'].includes(errorCode(error));

const busyStates = new Set(['40001', '40P01', '55P03', '57014']);

/**
 * PostgreSQL gave up what it was asked, for others that stood in the way (deadlock, serialization, a lock waited for too
 * long) or because it took too long. Nothing was saved, it is no fault of what was sent, and later it can succeed.
 */
export const isDatabaseBusy = (error: unknown): boolean => busyStates.has(errorCode(error));
