import { type Static, Type } from 'typebox';
import { Sequence } from './sequence.ts';
import { TopicData } from './topic-data.ts';

/** The body of `GET /live/state?topic=…`: what a snapshot message carries, for clients that can only poll. */
export const LiveState = Type.Object({ seq: Sequence, data: TopicData });

export type LiveState = Static<typeof LiveState>;
