import type { ChildArea } from '@comitium/contract';
import { expect, it } from 'vitest';
import { swingLanes } from './swing-dots.ts';

const area = (code: string, leader: string | undefined, swing: number | undefined): ChildArea => ({
  id: code,
  code,
  name: code,
  leaders: leader ? [leader] : [],
  ...(leader ? { leader } : {}),
  ...(swing === undefined ? {} : { swing }),
  share: 0.5,
  margin: 0.1,
  call: 'leading',
  turnout: 0.6,
  votes: 100,
  stationsReported: 1,
  stations: 1,
  held: 0,
});

it('gives each leader a lane, the one with most areas first, and leaves out what cannot be compared', () => {
  const { lanes } = swingLanes([
    area('1', 'a', 0.01),
    area('2', 'b', 0.02),
    area('3', 'b', 0.09),
    area('4', 'b', undefined),
    area('5', undefined, 0.01),
  ]);
  expect(lanes.map(({ leader, dots }) => [leader, dots.map(({ code }) => code)])).toEqual([
    ['b', ['2', '3']],
    ['a', ['1']],
  ]);
});

it('ends the axis at whole tens of points on both sides', () => {
  expect(swingLanes([area('1', 'a', -0.123)]).reach).toBeCloseTo(0.2);
  expect(swingLanes([area('1', 'a', 0.1)]).reach).toBeCloseTo(0.1);
  const { lanes } = swingLanes([area('1', 'a', 0), area('2', 'a', 0.1), area('3', 'a', -0.1)]);
  expect(lanes[0]?.dots.map(({ x }) => x)).toEqual([0.5, 1, 0]);
});

it('piles up areas that moved alike around the middle', () => {
  const { lanes } = swingLanes(['1', '2', '3'].map((code) => area(code, 'a', 0.05)));
  expect(lanes[0]?.dots.map(({ pile }) => pile)).toEqual([-0, 1, -1]);
  expect(lanes[0]?.highest).toBe(3);
});
