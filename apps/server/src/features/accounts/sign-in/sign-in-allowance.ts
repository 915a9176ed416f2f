import { createHash } from 'node:crypto';
import { type Problem, problem } from '@comitium/contract';
import type { Platform } from '../../../platform/platform.ts';

const perEmail = 10;

/** An IPv6 subscriber holds a whole /64, so that is what is counted. */
const networkOf = (address: string): string => {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter((part) => part !== '');
  const right = tail.split(':').filter((part) => part !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
};

const hashOfEmail = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');

/** Counts an attempt against the address and against the e-mail, whatever its outcome and whether it has an account. */
export const signInAllowance = async (
  { config, rateLimiter }: Pick<Platform, 'config' | 'rateLimiter'>,
  address: string,
  email: string,
): Promise<Problem | null> => {
  if (!config.rateLimits) return null;
  const verdicts = await Promise.all([
    rateLimiter.take(`sign-in address ${networkOf(address)}`, config.signInsPerAddress),
    rateLimiter.take(`sign-in e-mail ${hashOfEmail(email)}`, perEmail),
  ]);
  const refused = verdicts.filter((verdict) => !verdict.allowed);
  if (refused.length === 0) return null;
  return problem('rate_limited', 'Too many attempts to sign in; wait a moment.', {
    retryAfterSeconds: Math.max(...refused.map((verdict) => verdict.resetSeconds)),
  });
};
