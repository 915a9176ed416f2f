import { type Static, Type } from 'typebox';
import { Sequence } from './sequence.ts';
import { Topic } from './topic.ts';
import { TopicData } from './topic-data.ts';

/** The whole present state; replaces whatever the client holds. */
export const SnapshotMessage = Type.Object({
  op: Type.Literal('snapshot'),
  topic: Topic,
  seq: Sequence,
  data: TopicData,
});

export type SnapshotMessage = Static<typeof SnapshotMessage>;
