import { useEffect, useMemo, useState } from 'react';
import { liveFeed } from './live-feed.ts';
import { nothingYet, type TopicState, toTopicState } from './use-topic.ts';

/** Watches several topics at once, in their order; the same list of names watches on. */
export const useTopics = <T>(topics: readonly string[]): readonly TopicState<T>[] => {
  const names = topics.join(' ');
  const list = useMemo(() => names.split(' ').filter(Boolean), [names]);
  const [watched, setWatched] = useState<ReadonlyMap<string, TopicState<T>>>(new Map());
  useEffect(() => {
    const ends = list.map((name) =>
      liveFeed.watch(name, (state) =>
        setWatched((before) => new Map(before).set(name, toTopicState<T>(state))),
      ),
    );
    return () => {
      for (const end of ends) end();
      setWatched(new Map());
    };
  }, [list]);
  return useMemo(() => list.map((name) => watched.get(name) ?? nothingYet), [list, watched]);
};
