import { pino } from 'pino';

/** Silent unless TEST_LOG_LEVEL says otherwise: console output fails a test. */
export const testLog = pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
