import { ProblemError } from './problem-error.ts';

const mostRetries = 2;
/** Whoever is to wait longer than this is told so, rather than left before an empty page. */
const longestWaitSeconds = 30;
const firstWaitMs = 1_000;

const tooManyRequests = 429;

/** What the server asked for; null where it named no time. */
const askedSeconds = (error: Error): number | null =>
  error instanceof ProblemError ? error.problem.retryAfterSeconds : null;

/** Only a browser's clear no counts: its yes says nothing, and outside of browsers it says neither. */
const isWithoutSignal = (): boolean => navigator.onLine === false;

const mayPass = (error: Error): boolean => {
  if (!(error instanceof ProblemError)) return true;
  // A connection that broke has no status; without any signal the page says so at once, and asks when it is back.
  if (error.status === 0) return !isWithoutSignal();
  return error.status === tooManyRequests || error.status >= 500;
};

/**
 * A refusal will be refused again; a broken connection, a server in trouble and one that asks for patience are worth
 * another try.
 */
export const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < mostRetries && mayPass(error) && (askedSeconds(error) ?? 0) <= longestWaitSeconds;

/** Milliseconds until the next try: what the server asked for, otherwise twice as long each time. */
export const waitBeforeRetry = (failures: number, error: Error): number => {
  const seconds = askedSeconds(error);
  return seconds === null ? firstWaitMs * 2 ** failures : seconds * 1_000;
};
