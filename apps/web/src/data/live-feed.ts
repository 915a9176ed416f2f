import type { LiveState } from '@comitium/contract';
import { ProblemError } from './problem-error.ts';
import { readProblem } from './read-problem.ts';

export interface WatchState {
  readonly data: unknown;
  readonly connection: 'live' | 'connecting' | 'polling' | 'offline';
  readonly lastAt: string | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

export interface LiveFeed {
  readonly watch: (topic: string, onState: (state: WatchState) => void) => () => void;
}

const fetchState = async (topic: string): Promise<LiveState> => {
  const response = await fetch(`/live/state?topic=${encodeURIComponent(topic)}`);
  if (!response.ok) throw new ProblemError(await readProblem(response));
  return (await response.json()) as LiveState;
};

export const liveFeed: LiveFeed = {
  watch: (topic, onState) => {
    let state: WatchState = { data: null, connection: 'connecting', lastAt: null, problem: null };
    const look = async (): Promise<void> => {
      try {
        const { data } = await fetchState(topic);
        state = { data, connection: 'polling', lastAt: new Date().toISOString(), problem: null };
      } catch (error) {
        const problem = error instanceof ProblemError ? error.problem : null;
        state = { ...state, connection: 'offline', problem };
      }
      onState(state);
    };
    void look();
    const timer = setInterval(() => void look(), 2000);
    return () => clearInterval(timer);
  },
};
