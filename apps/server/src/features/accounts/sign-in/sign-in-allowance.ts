import type { UserId } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { defaultWindowSeconds } from '../../../platform/http/rate-limiter.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Requester } from './requester.ts';

const perIdentity = 10;

export interface Attempt {
  readonly requester: Requester;
  /** Keyed hash of what was typed as e-mail or phone, whether or not it has an account. */
  readonly target: string;
  /** Whose it is. */
  readonly owner: UserId | null;
  /** Operation, for the trail. */
  readonly action: string;
}

/**
 * Counts an attempt against the network and against the identity, whatever its outcome and whether it has an account.
 * Strangers share the identity's limit; the owner, where he has signed in before, has one of his own.
 */
export const signInAllowance = async (
  { config, rateLimiter, trail }: Pick<Platform, 'config' | 'rateLimiter' | 'trail'>,
  { requester, target, owner, action }: Attempt,
): Promise<Problem | null> => {
  if (!config.rateLimits) return null;
  const known = owner !== null && requester.knownPersonId === owner;
  const verdicts = await Promise.all(
    known
      ? [rateLimiter.take(`sign-in known ${owner}`, perIdentity)]
      : [
          rateLimiter.take(`sign-in address ${requester.network}`, config.signInsPerAddress),
          rateLimiter.take(`sign-in identity ${target}`, perIdentity),
        ],
  );
  const [refused] = verdicts
    .filter((verdict) => !verdict.allowed)
    .sort((one, other) => other.resetSeconds - one.resetSeconds);
  if (refused === undefined) return null;
  const { address, requestId } = requester;
  trail.note({ kind: 'rate_limited', personId: owner, action, address, requestId });
  return problem('rate_limited', 'Too many attempts to sign in; wait a moment.', {
    retryAfterSeconds: refused.resetSeconds,
    quota: { most: refused.limit, windowSeconds: defaultWindowSeconds },
  });
};
