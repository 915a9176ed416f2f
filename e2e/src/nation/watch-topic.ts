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

/** The screen comes to show what the server knows, and says that it is live. */
export const expectPresent = async (screen: Screen, { url, topic }: { url: string; topic: string }) => {
  await expect
    .poll(
      async () => ({
        status: screen.state().status,
        data: screen.state().data,
        now: await readTopic(url, topic),
      }),
      {
        timeout: 20_000,
        interval: 250,
      },
    )
    .toSatisfy(({ status, data, now }: { status: string; data: unknown; now: unknown }) => {
      return status === 'live' && JSON.stringify(sorted(data)) === JSON.stringify(sorted(now));
    }, 'the screen shows the present');
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, inner]) => [name, sorted(inner)]));
};
