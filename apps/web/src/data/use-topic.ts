import { useEffect, useState } from 'react';
import { liveFeed, type WatchState } from './live-feed.ts';

export type Connection = WatchState['connection'];

export interface TopicState<T> {
  /** The newest state of the topic, null until the first arrives; kept when the connection is lost. */
  readonly data: T | null;
  readonly connection: Connection;
  /** When the newest state arrived, RFC 3339. */
  readonly lastAt: string | null;
  /** Why the topic cannot be watched, such as `forbidden` or `topic_not_found`. */
  readonly problem: WatchState['problem'];
}

interface Watched<T> extends TopicState<T> {
  readonly topic: string | null;
}

const nothing = { data: null, connection: 'connecting', lastAt: null, problem: null } as const;

/** Watches a topic of the live feed as long as the component is shown; null watches nothing. */
export const useTopic = <T>(topic: string | null): TopicState<T> => {
  const [watched, setWatched] = useState<Watched<T>>({ ...nothing, topic });
  useEffect(() => {
    if (topic === null) return;
    return liveFeed.watch(topic, (state) => setWatched({ ...state, data: state.data as T | null, topic }));
  }, [topic]);
  // A state of the topic before is not the state of this one.
  return watched.topic === topic ? watched : nothing;
};
