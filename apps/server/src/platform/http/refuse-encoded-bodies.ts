import { problem } from '@comitium/contract';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem-reply.ts';

/** Nothing that is sent here is unpacked, so that no small body can become a large one (RFC 9110 §15.5.16). */
export const refuseEncodedBodies = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, reply, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') {
      done();
      return;
    }
    reply.header('accept-encoding', 'identity');
    sendProblem(
      request,
      reply,
      problem('unsupported_media_type', 'Send the body as it is, without a Content-Encoding.'),
    );
  });
};
