import { errorCodes, type Problem } from '@comitium/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tellStricterLimit } from './rate-headers.ts';

/** The RFC 9457 body of a problem. */
export const problemBody = (problem: Problem, requestId: string): Record<string, unknown> => {
  const { status, title } = errorCodes[problem.code];
  return {
    ...problem.extra,
    type: `/errors/${problem.code}`,
    title,
    status,
    code: problem.code,
    detail: problem.detail,
    requestId,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
};

export const sendProblem = (request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply => {
  const { retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  if (problem.code === 'rate_limited') tellStricterLimit(reply, problem);
  return reply
    .code(errorCodes[problem.code].status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemBody(problem, request.id));
};
