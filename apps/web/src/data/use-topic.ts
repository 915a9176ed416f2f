import type { LiveFailure, WatchState, WatchStatus } from '@comitium/client';
import { useEffect, useState } from 'react';
import { liveFeed } from './live-feed.ts';

export type Connection = WatchStatus;

export interface TopicState<T> {
  /** The newest state of the topic, null until the first arrives; kept when the connection is lost. */
  readonly data: T | null;
  readonly connection: Connection;
  /** When the data was last known to be the present, RFC 3339. */
  readonly lastAt: string | null;
  /** Why the topic cannot be watched, such as `forbidden` or `topic_not_found`. */
  readonly problem: LiveFailure | null;
}

interface Watched<T> extends TopicState<T> {
  readonly topic: string | null;
}

export const nothingYet = { data: null, connection: 'connecting', lastAt: null, problem: null } as const;

export const toTopicState = <T>(state: WatchState): TopicState<T> => ({
  // What the topic holds is its contract's word; the feed carries any object.
  data: (state.data ?? null) as T | null,
  connection: state.status,
  lastAt: state.receivedAt === undefined ? null : new Date(state.receivedAt).toISOString(),
  problem: state.error ?? null,
});

/** Watches a topic of the live feed as long as the component is shown; null watches nothing. */
export const useTopic = <T>(topic: string | null): TopicState<T> => {
  const [watched, setWatched] = useState<Watched<T>>({ ...nothingYet, topic });
  useEffect(() => {
    if (topic === null) return;
    return liveFeed.watch(topic, (state) => setWatched({ ...toTopicState<T>(state), topic }));
  }, [topic]);
  // A state of the topic before is not the state of this one.
  return watched.topic === topic ? watched : nothingYet;
};
