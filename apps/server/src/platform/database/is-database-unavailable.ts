import { CommitOutcomeUnknownError } from './commit-outcome-unknown-error.ts';

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
  if (error instanceof CommitOutcomeUnknownError) return true;
  const code = errorCode(error);
  if (unavailableSystemCodes.has(code)) return true;
  // The unix socket's file is missing while the server is down.
  if (code === 'ENOENT' && property(error, 'syscall') === 'connect') return true;
  if (sqlState.test(code)) return unavailableStates.test(code);
  return unavailableMessages.test(property(error, 'message'));
};

/** Serialization failure or deadlock: the same work, done again from the start, can succeed. */
export const isRetryable = (error: unknown): boolean => ['40001', '40P01'].includes(errorCode(error));
