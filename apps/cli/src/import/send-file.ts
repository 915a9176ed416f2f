import { extname } from 'node:path';
import type { ApiOptions } from '../api-options.ts';
import { openSession } from '../api-session.ts';
import { fail } from '../fail.ts';
import { printAnswer } from './print-answer.ts';
import { readBytes } from './read-bytes.ts';

export interface SendOptions extends ApiOptions {
  readonly dryRun: boolean;
  readonly query?: string;
}

interface Target {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
}

/** Sends a file that is imported while its request waits, and prints what the server says of it. */
export const sendFile = async (file: string, target: Target, options: SendOptions): Promise<void> => {
  const bytes = await readBytes(file);
  if (!bytes.ok) return fail(bytes.error);
  const session = await openSession(options);
  if (!session.ok) return fail(session.error);
  const query = new URLSearchParams(options.query ?? '');
  if (options.dryRun) query.set('dryRun', 'true');
  const answer = await session.value.ask(`${target.path}?${query}`, {
    method: target.method,
    headers: { 'content-type': extname(file) === '.csv' ? 'text/csv' : 'application/json' },
    body: bytes.value,
  });
  await printAnswer(answer, options);
};
