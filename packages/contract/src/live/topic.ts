import { Type } from 'typebox';
import { liveLimits } from './live-limits.ts';

/** `map:gh-2024:national`: a name, then segments of visible ASCII, parted by colons. */
export const topicPattern = '^[a-z][a-z0-9-]*(:[!-9;-~]+)*$';

export const Topic = Type.String({ maxLength: liveLimits.topicLength, pattern: topicPattern });

/** The part that tells which kind of topic it is: `map` of `map:gh-2024:national`. */
export const topicName = (topic: string): string => topic.split(':', 1)[0] ?? topic;
