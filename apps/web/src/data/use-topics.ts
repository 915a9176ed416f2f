import { useEffect, useMemo, useState } from 'react';
import { liveFeed } from './live-feed.ts';
import { nothingYet, type TopicState, toTopicState } from './use-topic.ts';

/** Watches several topics at once, in their order; the same list of names watches on. */
export const useTopics = <T>(topics: readonly string[]): readonly TopicState<T>[] => {
  const names = topics.join(' ');
  const [watched, setWatched] = useState<ReadonlyMap<string, TopicState<T>>>(new Map());
  useEffect(() => {
    const ends = names
      .split(' ')
      .map((name) =>
        liveFeed.watch(name, (state) =>
          setWatched((before) => new Map(before).set(name, toTopicState<T>(state))),
        ),
      );
    return () => {
      for (const end of ends) end();
      setWatched(new Map());
    };
  }, [names]);
  return useMemo(() => names.split(' ').map((name) => watched.get(name) ?? nothingYet), [names, watched]);
};
