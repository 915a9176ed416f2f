import { type Static, Type } from 'typebox';
import { Sequence } from './sequence.ts';
import { Topic } from './topic.ts';
import { TopicData } from './topic-data.ts';

/**
 * `data` is a merge patch (RFC 7396) for who holds `prev`; anybody else subscribes again. An empty patch with
 * `prev` = `seq` says "you are up to date": the answer to a resume when nothing has changed.
 */
export const UpdateMessage = Type.Object({
  op: Type.Literal('update'),
  topic: Topic,
  seq: Sequence,
  prev: Sequence,
  data: TopicData,
});

export type UpdateMessage = Static<typeof UpdateMessage>;
