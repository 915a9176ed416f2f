import { problem } from '@comitium/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem-reply.ts';

/** For an address that no route takes with this method: told apart from one where nothing is. */
export const refuseAddress = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { method, url } = request;
  const methods = request.server.methodsOf(url);
  if (methods.length === 0) {
    return sendProblem(request, reply, problem('not_found', `Nothing answers ${method} ${url}.`));
  }
  reply.header('allow', methods.join(', '));
  const detail = `This address takes ${methods.join(', ')}, not ${method}.`;
  return sendProblem(request, reply, problem('method_not_allowed', detail));
};
