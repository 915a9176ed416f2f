import { type Logger, pino } from 'pino';
import type { Setting } from '../config/setting.ts';
import { settings } from '../config/settings.ts';
import { describeError } from './describe-error.ts';

const secretSettings = Object.entries<Setting<unknown>>(settings)
  .filter(([, { secret }]) => secret === true)
  .flatMap(([name]) => [name, `*.${name}`]);

/** Structured log on standard error, with everything that could be a secret or a personal value struck out. */
export const createLog = (level: string): Logger =>
  pino(
    {
      level,
      base: undefined,
      serializers: { error: describeError },
      redact: {
        paths: [
          'password',
          '*.password',
          'token',
          '*.token',
          'ticket',
          'email',
          '*.email',
          'phone',
          '*.phone',
          'secret',
          '*.secret',
          'req.headers.authorization',
          'req.headers.cookie',
          'headers.authorization',
          'headers.cookie',
          ...secretSettings,
        ],
        censor: '[struck out]',
      },
    },
    pino.destination({ dest: 2, sync: false }),
  );
