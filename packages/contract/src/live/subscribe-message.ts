import { type Static, Type } from 'typebox';
import { Sequence } from './sequence.ts';
import { Topic } from './topic.ts';

/** Watch a topic. With `since`, the last number the client holds, the server resumes where it can. */
export const SubscribeMessage = Type.Object({
  op: Type.Literal('subscribe'),
  topic: Topic,
  since: Type.Optional(Sequence),
});

export type SubscribeMessage = Static<typeof SubscribeMessage>;
