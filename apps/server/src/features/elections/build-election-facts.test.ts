import type { AreaId, ChoiceId, ContestId, ElectionId, PartyId, RaceId, RegisterId } from '@comitium/basics';
import { expect, test } from 'vitest';
import { type AreaTuple, createRegisterIndex } from '../territory/index.ts';
import type { ChoiceRow, ContestRow, ElectionRows } from './ballot-rows.ts';
import { buildElectionFacts } from './build-election-facts.ts';

const area = (code: string, level: number, parent: string | null): AreaTuple => [
  `id-${code}` as AreaId,
  code,
  code,
  level,
  parent === null ? null : (`id-${parent}` as AreaId),
  10,
  null,
  null,
];
const register = createRegisterIndex(
  { id: 'r' as RegisterId, code: 'r', name: 'R', simulated: false, levels: ['nation', 'region', 'station'] },
  [area('X', 0, null), area('N', 1, 'X'), area('S', 1, 'X'), area('N1', 2, 'N'), area('S1', 2, 'S')],
);
const at = (code: string): number => register.find(code) ?? -1;

const party = (code: string, position: number) => ({
  id: `p-${code}` as PartyId,
  code,
  name: `Party ${code}`,
  shortName: code,
  color: '#112233',
  position,
});
const race = (code: string, blankVotes: boolean, position: number) => ({
  id: `race-${code}` as RaceId,
  code,
  name: code,
  position,
  seatMethod: 'plurality' as const,
  threshold: 0,
  blankVotes,
});
const contest = (code: string, raceCode: string, district: string): ContestRow => ({
  id: `c-${code}` as ContestId,
  code,
  name: code,
  seats: 2,
  heldBy: null,
  raceId: `race-${raceCode}` as RaceId,
  areaId: `id-${district}`,
});
const choice = (contestCode: string, code: string, partyCode: string | null): ChoiceRow => ({
  contestId: `c-${contestCode}` as ContestId,
  id: `x-${contestCode}-${code}` as ChoiceId,
  code,
  name: `Choice ${code}`,
  party: partyCode,
  color: '#445566',
});

const rows: ElectionRows = {
  election: {
    id: 'e' as ElectionId,
    code: 'e',
    name: 'E',
    kind: 'general',
    state: 'setup',
    basis: 'provisional',
    settings: {},
    pollingDate: '2024-12-07',
    pollsCloseAt: null,
    registerId: register.id,
    previousId: null,
    followsId: null,
    simulated: false,
    version: 1,
  },
  parties: [party('ndc', 0), party('npp', 1), party('cpp', 2)],
  races: [race('president', false, 0), race('parliament', true, 1)],
  contests: [
    contest('president', 'president', 'X'),
    contest('mp-N', 'parliament', 'N'),
    contest('mp-S', 'parliament', 'S'),
  ],
  choices: [
    choice('president', 'jm', 'ndc'),
    choice('president', 'mb', 'npp'),
    choice('mp-N', 'a', 'npp'),
    choice('mp-N', 'b', null),
    choice('mp-N', 'blank', null),
    choice('mp-S', 'c', null),
    choice('mp-S', 'd', 'ndc'),
    choice('mp-S', 'blank', null),
  ],
};
const facts = buildElectionFacts(rows, register);

test('a race with one contest is counted by its choices', () => {
  const president = facts.race(undefined);
  expect(president?.columns).toEqual([
    { code: 'jm', name: 'Choice jm', party: 'ndc', color: '#445566' },
    { code: 'mb', name: 'Choice mb', party: 'npp', color: '#445566' },
  ]);
  expect([...(president?.contests[0]?.columnOf ?? [])]).toEqual([0, 1]);
  expect(president?.districtLevel).toBe(0);
});

test('a race with districts is counted by the parties that stand, then independents, then blank votes', () => {
  const parliament = facts.race('parliament');
  expect(parliament?.columns.map(({ code }) => code)).toEqual(['ndc', 'npp', 'independent', 'blank']);
  expect([...(facts.contest('mp-N')?.columnOf ?? [])]).toEqual([1, 2, 3]);
  expect([...(facts.contest('mp-S')?.columnOf ?? [])]).toEqual([2, 0, 3]);
  expect(parliament?.seats).toBe(4);
  expect(parliament?.districtLevel).toBe(1);
});

test('a line is blank only in a race with blank votes', () => {
  expect(facts.contest('mp-N')?.choices.map(({ blank }) => blank)).toEqual([false, false, true]);
});

test('an area finds its contest, and an area above the districts all of theirs', () => {
  const parliament = facts.race('race-parliament');
  expect(parliament?.contestAt(at('S1'))?.code).toBe('mp-S');
  expect(parliament?.contestAt(at('N'))?.code).toBe('mp-N');
  expect(parliament?.contestAt(at('X'))).toBeUndefined();
  expect(parliament?.contestsBelow(at('X')).map(({ code }) => code)).toEqual(['mp-N', 'mp-S']);
  expect(parliament?.contestsBelow(at('S')).map(({ code }) => code)).toEqual(['mp-S']);
  expect(parliament?.contestsBelow(at('N1')).map(({ code }) => code)).toEqual(['mp-N']);
  expect(facts.race('president')?.contestAt(at('S1'))?.code).toBe('president');
});

test('contests and choices are found by id and by code', () => {
  expect(facts.contest('c-mp-N')).toBe(facts.contest('mp-N'));
  expect(facts.contest('mp-N')?.race).toBe(facts.race('parliament'));
  expect(facts.contest('mp-N')?.ballot.get('x-mp-N-b')).toBe(1);
  expect(facts.contest('mp-N')?.ballot.get('blank')).toBe(2);
  expect(facts.race('nothing')).toBeUndefined();
});
