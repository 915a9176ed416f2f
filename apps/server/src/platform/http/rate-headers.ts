import type { Problem } from '@comitium/contract';
import type { FastifyReply } from 'fastify';
import type { RateVerdict } from './rate-limiter.ts';

/** Tells the caller which limit applies and what is left of it (draft-ietf-httpapi-ratelimit-headers). */
export const tellRate = (reply: FastifyReply, { limit, remaining, resetSeconds }: RateVerdict): void => {
  reply.header('ratelimit-policy', `"default";q=${limit};w=60`);
  reply.header('ratelimit', ratelimit('default', remaining, resetSeconds));
};

/**
 * For a refusal: where a command's own limit refused, such as that of attempts to sign in, the figures of the general
 * limit would contradict the answer's Retry-After, so they give way.
 */
export const tellStricterLimit = (
  reply: FastifyReply,
  { retryAfterSeconds = 0, quota }: Pick<Problem, 'retryAfterSeconds' | 'quota'>,
): void => {
  if (reply.getHeader('ratelimit') === ratelimit('default', 0, retryAfterSeconds)) return;
  if (quota === undefined) reply.removeHeader('ratelimit-policy');
  else reply.header('ratelimit-policy', `"command";q=${quota.most};w=${quota.windowSeconds}`);
  reply.header('ratelimit', ratelimit('command', 0, retryAfterSeconds));
};

const ratelimit = (name: string, remaining: number, resetSeconds: number): string =>
  `"${name}";r=${remaining};t=${resetSeconds}`;
