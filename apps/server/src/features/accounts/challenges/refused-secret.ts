import { type Problem, problem } from '@comitium/contract';
import type { Platform } from '../../../platform/platform.ts';
import type { Requester } from '../sign-in/requester.ts';

/** Wrong, used, too late or never sent: one answer, and a note in the trail. */
export const refusedCode = (
  { trail }: Pick<Platform, 'trail'>,
  { address, requestId }: Pick<Requester, 'address' | 'requestId'>,
  { triesLeft, action }: { triesLeft: number; action: string },
): Problem => {
  trail.note({ kind: 'code_failed', personId: null, action, address, requestId });
  return problem('code_refused', 'The code is not right, or no longer good.', { extra: { triesLeft } });
};

export const refusedLink = (
  { trail }: Pick<Platform, 'trail'>,
  { address, requestId }: Pick<Requester, 'address' | 'requestId'>,
  action: string,
): Problem => {
  trail.note({ kind: 'code_failed', personId: null, action, address, requestId });
  return problem('link_refused', 'The link was used before, or is over; ask for a new one.');
};
