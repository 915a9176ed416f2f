import type { ChildArea } from '@comitium/contract';
import { expect, it } from 'vitest';
import { areaFill, distinctFills, seatFills } from './area-fill.ts';

const area = (change: Partial<ChildArea>): ChildArea => ({
  id: '1',
  code: 'a',
  name: 'A',
  leader: 'npp',
  runnerUp: 'ndc',
  share: 0.5,
  margin: 0.1,
  call: 'leading',
  turnout: 0.6,
  votes: 10,
  stationsReported: 1,
  stations: 2,
  held: 0,
  ...change,
});

it('keeps leading, won, tied, second round and no report apart', () => {
  expect(areaFill(undefined)).toBe('none');
  expect(areaFill(area({ call: 'none' }))).toBe('none');
  expect(areaFill(area({}))).toBe('leading:npp');
  expect(areaFill(area({ call: 'won' }))).toBe('won:npp');
  expect(areaFill(area({ call: 'tied', leaders: ['npp', 'ndc'] }))).toBe('tied:npp:ndc');
  expect(areaFill(area({ call: 'runoff' }))).toBe('runoff:npp:ndc');
});

it('fills the seats of a district side by side, the largest party first, and leaves open what is level', () => {
  const seats = { all: 4, parties: { ndc: 1, npp: 2 } };
  expect(seatFills(area({ seats }), 4)).toEqual(['leading:npp', 'leading:npp', 'leading:ndc', 'none']);
  expect(seatFills(area({ seats, stationsReported: 2 }), 4)[0]).toBe('won:npp');
  expect(seatFills(area({ call: 'won' }), 1)).toEqual(['won:npp']);
  expect(seatFills(undefined, 2)).toEqual(['none', 'none']);
});

it('lists each fill once', () => {
  expect(distinctFills([area({}), area({ call: 'won' }), area({}), area({ call: 'none' })])).toEqual([
    'leading:npp',
    'won:npp',
  ]);
});
