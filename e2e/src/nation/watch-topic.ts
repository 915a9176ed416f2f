// A screen without pixels: the SDK's copy of a topic, kept by snapshot and updates over a socket.
import { createLiveFeed, type WatchState } from '@comitium/client';
import type { JsonObject } from '@comitium/contract';
import { expect } from 'vitest';

export interface Screen {
  readonly state: () => WatchState;
  /** How often it has changed. */
  readonly changes: () => number;
  readonly close: () => void;
}

export const watchTopic = (url: string, topic: string): Screen => {
  // Only the socket: a fallback that reads everything anew would hide a lost update.
  const feed = createLiveFeed({ url, EventSource: null });
  let latest: WatchState | undefined;
  let changes = 0;
  feed.watch(topic, (state) => {
    latest = state;
    changes += 1;
  });
  return {
    state: () => {
      if (latest === undefined) throw new Error(`${topic} was never told of`);
      return latest;
    },
    changes: () => changes,
    close: () => feed.close(),
  };
};

export const readTopic = async (url: string, topic: string): Promise<JsonObject> => {
  const answer = await fetch(`${url}/live/state?${new URLSearchParams({ topic })}`);
  if (!answer.ok) throw new Error(`${topic}: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { data: JsonObject }).data;
};

export interface Present {
  readonly url: string;
  readonly topic: string;
  /** What the present must be: the server itself may still be on its way there. */
  readonly known: Readonly<Record<string, unknown>>;
}

/** The screen comes to show what is known to be so, in every member as the server tells it, and says that it is live. */
export const expectPresent = async (screen: Screen, { url, topic, known }: Present): Promise<void> => {
  const look = async () => ({ shown: screen.state().data, status: screen.state().status });
  await expect.poll(look).toMatchObject({ status: 'live', shown: known });
  await expect.poll(async () => isEqual(screen.state().data, await readTopic(url, topic))).toBe(true);
};

/** What a map shows when so many stations have reported. */
export const reported = (stations: number) => ({ completeness: { stationsReported: stations } });

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, inner]) => [name, sorted(inner)]));
};
