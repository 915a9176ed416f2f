import { type Static, Type } from 'typebox';
import { Topic } from './topic.ts';

export const UnsubscribeMessage = Type.Object({ op: Type.Literal('unsubscribe'), topic: Topic });

export type UnsubscribeMessage = Static<typeof UnsubscribeMessage>;
