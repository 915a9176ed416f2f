import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../../../platform/config/settings.ts';

/**
 * For requests that act by cookie alone. Browsers send Origin with every POST, so that its absence is refused as
 * well; a program that keeps the cookie sends the server's own address.
 */
export const checkOrigin = (
  request: FastifyRequest,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): Result<void, Problem> => {
  const origin = readOrigin(request.headers.origin);
  if (origin !== null && (origin.host === request.host || origin.origin === readOrigin(publicUrl)?.origin)) {
    return ok(undefined);
  }
  return err(problem('origin_refused', 'Send this request from a page of this server.'));
};

const readOrigin = (text: string | undefined): URL | null => {
  const url = text === undefined ? null : URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
};
