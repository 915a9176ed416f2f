import type { BaseLogger } from 'pino';

/** What the platform needs of a logger; any pino logger is one. */
export type Log = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;
