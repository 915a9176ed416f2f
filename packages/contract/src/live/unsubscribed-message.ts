import { type Static, Type } from 'typebox';
import { Topic } from './topic.ts';

/** Nothing of this topic follows any more. */
export const UnsubscribedMessage = Type.Object({ op: Type.Literal('unsubscribed'), topic: Topic });

export type UnsubscribedMessage = Static<typeof UnsubscribedMessage>;
