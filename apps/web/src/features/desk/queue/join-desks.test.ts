import { expect, test } from 'vitest';
import type { TopicState } from '../../../data/use-topic.ts';
import type { DeskState } from './desk-state.ts';
import { joinDesks } from './join-desks.ts';

const sheet = (id: string, updatedAt: string): DeskState['latest'][number] => ({
  ...{ id, updatedAt, station: id, name: '', contest: '', status: 'held', flagged: false, revision: 1 },
});

const desk = (areaPath: string[], held: number, ...latest: DeskState['latest']): TopicState<DeskState> => ({
  data: { areaPath, counts: { held, flagged: 1, conflicts: 0 }, latest },
  connection: 'live',
  lastAt: latest[0]?.updatedAt ?? null,
  problem: null,
});

const refused: TopicState<DeskState> = {
  ...{ data: null, connection: 'live', lastAt: null },
  problem: { code: 'forbidden', message: 'No.' },
};

test('two areas are summed, and their sheets stand newest first', () => {
  const joined = joinDesks([
    desk(['a', 'whole'], 2, sheet('1', '2024-12-07T18:00:00Z')),
    desk(['b', 'whole'], 3, sheet('2', '2024-12-07T19:00:00Z'), sheet('3', '2024-12-07T17:00:00Z')),
  ]);
  expect(joined.data?.counts).toEqual({ held: 5, flagged: 2, conflicts: 0 });
  expect(joined.data?.latest.map(({ id }) => id)).toEqual(['2', '1', '3']);
  expect(joined.lastAt).toBe('2024-12-07T19:00:00Z');
});

test('an area within another is not counted twice', () => {
  const joined = joinDesks([desk(['a1', 'a', 'whole'], 2), desk(['a', 'whole'], 5)]);
  expect(joined.data?.counts.held).toBe(5);
});

test('an area that is refused leaves the others; where all are, the page says why', () => {
  expect(joinDesks([refused, desk(['b', 'whole'], 3)]).data?.counts.held).toBe(3);
  expect(joinDesks([refused, refused]).problem?.code).toBe('forbidden');
});
