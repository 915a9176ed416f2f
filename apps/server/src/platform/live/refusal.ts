import type { LiveError } from './live-error.ts';
import type { TopicDefinition } from './topic-definition.ts';
import type { Viewer } from './viewer.ts';

/** Why this viewer may not watch, or undefined when he may. Deny by default: the kind of access comes first. */
export const refusal = async (
  definition: TopicDefinition<unknown>,
  viewer: Viewer,
  params: unknown,
): Promise<LiveError | undefined> => {
  if (definition.access.kind !== 'everyone' && viewer.kind === 'anonymous') {
    return { code: 'unauthenticated', message: 'Sign in to watch this topic' };
  }
  if (await definition.mayWatch(viewer, params)) return undefined;
  return { code: 'forbidden', message: 'You may not watch this topic' };
};
