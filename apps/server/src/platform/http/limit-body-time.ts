import { problem } from '@comitium/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusedBodyError } from './refused-body-error.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a long body as a stream and may take as long as the server's own time-out. */
    streamed?: boolean;
  }
}

/**
 * A body that is read whole must arrive in a few seconds: who sends it byte by byte would otherwise hold a connection
 * for as long as the longest upload may take. Streamed routes are left to the server's time-out.
 */
export const limitBodyTime = (server: FastifyInstance, limitMs: number): void => {
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if (isUnderWay(request) && request.routeOptions.config.streamed !== true) expectSoon(request, limitMs);
    done(null, payload);
  });
};

const isUnderWay = ({ raw, headers }: FastifyRequest): boolean =>
  !raw.complete && (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined);

const expectSoon = ({ raw }: FastifyRequest, limitMs: number): void => {
  const timer = setTimeout(() => {
    // Whoever reads the body answers the error and closes the connection; where nobody reads there is nothing to answer.
    if (raw.listenerCount('error') === 0) raw.destroy();
    else raw.emit('error', new RefusedBodyError(tooSlow));
  }, limitMs);
  const settle = (): void => clearTimeout(timer);
  raw.once('end', settle);
  raw.once('close', settle);
};

const tooSlow = problem('request_timeout', 'The body did not arrive in time; send it again.');
