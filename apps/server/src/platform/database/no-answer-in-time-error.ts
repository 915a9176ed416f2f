/**
 * PostgreSQL hangs, or cannot be reached: no answer came in the time that it is given, and the connection was given up.
 * Asking once more would only wait as long again; a connection that was *lost* tells so at once, and a new one may serve.
 */
export class NoAnswerInTimeError extends Error {
  override readonly name = 'NoAnswerInTimeError';
  constructor(cause?: unknown) {
    super('PostgreSQL did not answer in time', { cause });
  }
}
