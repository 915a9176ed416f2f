import { type Logger, pino } from 'pino';

/** Structured log on standard error, with everything that could be a secret or a personal value struck out. */
export const createLog = (level: string): Logger =>
  pino(
    {
      level,
      base: undefined,
      redact: {
        paths: [
          'password',
          '*.password',
          'token',
          '*.token',
          'ticket',
          'email',
          '*.email',
          'secret',
          '*.secret',
          'req.headers.authorization',
          'req.headers.cookie',
          'headers.authorization',
          'headers.cookie',
        ],
        censor: '[struck out]',
      },
    },
    pino.destination({ dest: 2, sync: false }),
  );
