import type { TopicState } from '../../../data/use-topic.ts';
import type { DeskState } from './desk-state.ts';

const shown = 50;

/** An area that lies in another one of these is counted there. */
const outermost = (desks: readonly DeskState[]): readonly DeskState[] => {
  const roots = new Set(desks.map(({ areaPath }) => areaPath[0]));
  return desks.filter(({ areaPath: [, ...above] }) => !above.some((area) => roots.has(area)));
};

const sumOf = (desks: readonly DeskState[], count: 'held' | 'flagged' | 'conflicts'): number =>
  desks.reduce((sum, { counts }) => sum + counts[count], 0);

const newest = (desks: readonly DeskState[]): DeskState['latest'] =>
  desks
    .flatMap(({ latest }) => latest)
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .slice(0, shown);

const latestOf = (times: readonly (string | null)[]): string | null =>
  times.reduce((last, time) => (last === null || (time !== null && time > last) ? time : last), null);

/** The desks of several areas as one. A refusal shows only where every area is refused. */
export const joinDesks = (topics: readonly TopicState<DeskState>[]): TopicState<DeskState> => {
  const told = topics.filter(({ problem }) => problem === null);
  const one = told[0] ?? topics[0];
  if (one === undefined) return { data: null, connection: 'connecting', lastAt: null, problem: null };
  const states = told.flatMap(({ data }) => (data === null ? [] : [data]));
  if (told.length < 2 || states.length === 0) return one;
  const desks = outermost(states);
  const counts = {
    held: sumOf(desks, 'held'),
    flagged: sumOf(desks, 'flagged'),
    conflicts: sumOf(desks, 'conflicts'),
  };
  return {
    ...one,
    lastAt: latestOf(told.map(({ lastAt }) => lastAt)),
    data: { areaPath: [], counts, latest: newest(desks) },
  };
};
