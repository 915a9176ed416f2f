import { useEffect, useState } from 'react';
import { type TopicState, useTopic } from '../use-topic.ts';
import { keepLastKnown, type LastKnown, readLastKnown } from './last-known.ts';

/** The first state soon, later ones at most this often, and the last when the page is put away. */
const keepFirstMs = 400;
const keepEveryMs = 3_000;
/** Before the first state: looking into the store is work that a start with signal can do without. */
const patienceMs = 2_500;

const keptOnce = new Set<string>();
const waiting = new Map<string, LastKnown<unknown>>();
let timer: ReturnType<typeof setTimeout> | undefined;

const keepWaiting = (): void => {
  clearTimeout(timer);
  timer = undefined;
  for (const [topic, { value, at }] of waiting) {
    keptOnce.add(topic);
    void keepLastKnown(topic, value, at);
  }
  waiting.clear();
};

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') keepWaiting();
});

export interface LastingState<T> extends TopicState<T> {
  /** The data is what this device knew before, and there is no connection yet. */
  readonly kept: boolean;
}

interface Found<T> {
  readonly topic: string;
  readonly kept: LastKnown<T> | null;
}

/**
 * A topic that everybody may watch. Its newest state stays on this device; without a connection it is shown, with the
 * time at which it was the present. `early` stands in until the feed has a state of its own.
 */
export const useLastingTopic = <T>(topic: string, early: T | null = null): LastingState<T> => {
  const live = useTopic<T>(topic);
  const [found, setFound] = useState<Found<T> | null>(null);
  const { data, lastAt } = live;
  useEffect(() => {
    if (data === null) return;
    waiting.set(topic, { value: data, at: lastAt ?? new Date().toISOString() });
    timer ??= setTimeout(keepWaiting, keptOnce.has(topic) ? keepEveryMs : keepFirstMs);
  }, [topic, data, lastAt]);
  const missing = data === null && early === null && live.problem === null;
  useEffect(() => {
    if (!missing) return;
    const look = async (): Promise<void> => {
      setFound({ topic, kept: await readLastKnown<T>(topic) });
    };
    const delay = setTimeout(() => void look(), navigator.onLine ? patienceMs : 0);
    return () => clearTimeout(delay);
  }, [topic, missing]);
  if (!missing || found?.topic !== topic) return { ...live, data: data ?? early, kept: false };
  if (found.kept !== null) return { ...live, data: found.kept.value, lastAt: found.kept.at, kept: true };
  // The feed tries some more times before it says so; the device knows already, and there is nothing to show meanwhile.
  return { ...live, connection: navigator.onLine ? live.connection : 'offline', kept: false };
};
