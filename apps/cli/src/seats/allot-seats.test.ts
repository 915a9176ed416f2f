import { unwrap } from '@comitium/basics';
import { SeatsReportBody } from '@comitium/contract';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { allotDoubly, type DoublyRules } from './allot-doubly.ts';
import { allotSeats } from './allot-seats.ts';
import { printSeats } from './print-seats.ts';
import { readListNames, readListSeats, readSeatLot, readShare } from './read-seat-arguments.ts';
import { readVotesFile, type VotesColumns, type VotesFile } from './read-votes-file.ts';

const usual: DoublyRules = {
  threshold: null,
  thresholdBase: null,
  nationalThreshold: null,
  oneDistrictThreshold: null,
  exempt: [],
  majority: false,
  moreVotesFirst: false,
  lot: null,
  listSeats: null,
  lots: null,
};
const columns: VotesColumns = { lists: 'list', votes: 'votes' };
const manyColumns: VotesColumns = { ...columns, districts: 'district', seatsColumn: 'seats' };

const one = (text: string, seats: number, more: Partial<VotesColumns> = {}): VotesFile => {
  const file = unwrap(readVotesFile(text, { ...columns, ...more }));
  return { ...file, districts: file.districts.map((district) => ({ ...district, seats })) };
};
const seatsOf = ({ lists }: SeatsReportBody): number[] => lists.map(({ seats }) => seats);

// The seats of this canton are proved by trying every matrix, in the tests of the library.
const canton = unwrap(
  readVotesFile(
    'district,list,votes,seats\nI,A,123,5\nI,B,45,5\nI,C,815,5\nII,A,912,11\nII,B,714,11\nII,C,414,11\nIII,A,312,4\nIII,B,255,4\nIII,C,215,4\n',
    manyColumns,
  ),
);

test('one district: threshold, limits, majority, alliances, ties and lots', () => {
  const votes = 'list,votes,most,with\nA,53,9,\nB,24,9,x\nC,20,1,x\nD,3,9,\n';
  const asked = (rules: Partial<DoublyRules>, more: Partial<VotesColumns> = {}) =>
    seatsOf(unwrap(allotSeats(one(votes, 7, more), 'd-hondt', { ...usual, ...rules })));
  expect(asked({})).toEqual([4, 2, 1, 0]);
  expect(asked({ threshold: { numerator: 21, denominator: 100 } })).toEqual([5, 2, 0, 0]);
  expect(asked({ threshold: { numerator: 21, denominator: 100 }, thresholdBase: 90 })).toEqual([4, 2, 1, 0]);
  expect(asked({}, { alliances: 'with' })).toEqual([4, 2, 1, 0]);
  expect(asked({}, { atMost: 'most' })).toEqual([4, 2, 1, 0]);
  const both = allotSeats(one(votes, 7, { alliances: 'with' }), 'd-hondt', { ...usual, majority: true });
  expect(both).toMatchObject({ error: [{ code: 'rules_exclude' }] });
  const level = one('list,votes\nA,10\nB,10\n', 3);
  const open = unwrap(allotSeats(level, 'd-hondt', usual));
  expect(open).toMatchObject({ state: 'lot-needed', lists: [{ seats: 1 }, { seats: 1 }] });
  expect(printSeats(open)).toContain('a lot is needed for 1 of A, B');
  const lot = unwrap(readSeatLot('B,A', level)).lists;
  expect(seatsOf(unwrap(allotSeats(level, 'd-hondt', { ...usual, lot })))).toEqual([1, 2]);
});

test('the majority rule raises a list that the method leaves at half', () => {
  const file = one('list,votes\nA,51\nB,25\nC,24\n', 4);
  const report = unwrap(allotSeats(file, 'sainte-lague', { ...usual, majority: true }));
  expect(report.districts[0]).toMatchObject({ raised: 'A' });
  expect(seatsOf(report)[0]).toBe(3);
  expect(printSeats(report)).toContain('A was given the majority of seats');
});

test('many districts, each by itself, and lists below a national threshold nowhere', () => {
  const report = unwrap(allotSeats(canton, 'd-hondt', usual));
  expect(report.seats).toBe(20);
  expect(report.districts.map(({ lists }) => lists.map(({ seats }) => seats))).toEqual([
    [0, 0, 5],
    [5, 4, 2],
    [2, 1, 1],
  ]);
  const rules = { ...usual, nationalThreshold: unwrap(readShare('30%')) };
  expect(unwrap(allotSeats(canton, 'd-hondt', rules)).lists[1]).toMatchObject({ seats: 0, excluded: true });
  const exempt = unwrap(readListNames('B', canton));
  expect(unwrap(allotSeats(canton, 'd-hondt', { ...rules, exempt })).lists[1]).toMatchObject({ seats: 5 });
  expect(printSeats(report)).toContain('II           11  5  4  2');
  // B has 27 % of all votes, and 35 % of those of the second district.
  const local = { ...usual, oneDistrictThreshold: unwrap(readShare('35%')) };
  expect(unwrap(allotSeats(canton, 'd-hondt', local)).lists[1]).toMatchObject({ excluded: false });
  const nowhere = { ...usual, oneDistrictThreshold: unwrap(readShare('36%')) };
  expect(unwrap(allotSeats(canton, 'd-hondt', nowhere)).lists[1]).toMatchObject({ excluded: true });
  const either = { ...nowhere, nationalThreshold: unwrap(readShare('26%')) };
  expect(unwrap(allotSeats(canton, 'd-hondt', either)).lists[1]).toMatchObject({ excluded: false });
  expect(unwrap(allotDoubly(canton, nowhere)).lists[1]).toMatchObject({ seats: 0, excluded: true });
});

test('biproportional: seats of lists given, by voters, tied and impossible', () => {
  const listSeats = unwrap(readListSeats('A=6, B=5, C=9', canton));
  const report = unwrap(allotDoubly(canton, { ...usual, listSeats }));
  expect(report.districts.map(({ lists }) => lists.map(({ seats }) => seats))).toEqual([
    [0, 0, 5],
    [4, 4, 3],
    [2, 1, 1],
  ]);
  expect([...Value.Errors(SeatsReportBody, report)]).toEqual([]);
  expect(Object.keys(report.divisors?.districts ?? {})).toEqual(['I', 'II', 'III']);
  const byVoters = unwrap(allotDoubly(canton, usual));
  expect(seatsOf(byVoters).reduce((sum, seats) => sum + seats, 0)).toBe(20);
  expect(allotDoubly(canton, { ...usual, listSeats: [1, 1, 1] })).toMatchObject({
    error: [{ code: 'seats_differ' }],
  });
  expect(allotDoubly(canton, { ...usual, majority: true })).toMatchObject({
    error: [{ code: 'rules_exclude' }],
  });
  const square = unwrap(
    readVotesFile('district,list,votes,seats\nI,A,5,1\nI,B,5,1\nII,A,5,1\nII,B,5,1\n', manyColumns),
  );
  const tied = unwrap(allotDoubly(square, usual));
  expect(tied).toMatchObject({ state: 'lot-needed', divisors: null });
  expect(printSeats(tied)).toContain('a lot is needed among I/A (0 or 1)');
  const lots = unwrap(readSeatLot('I/B,I/A,II/A,II/B', square));
  expect(unwrap(allotDoubly(square, { ...usual, lots })).districts[0]?.lists[1]?.seats).toBe(1);
});

test('what is wrong with a table of votes, each at its place', () => {
  const codes = (text: string, asked = manyColumns) => {
    const read = readVotesFile(text, asked);
    return read.ok ? [] : read.error.map(({ code, line, column }) => `${code} ${line}:${column}`);
  };
  expect(codes('list,votes\nA,1\n')).toEqual(['column_missing null:null', 'column_missing null:null']);
  expect(codes('district,list,votes,seats\nI,A,1.5,2\nI,A,1,3\nI,,x,2\n')).toEqual([
    'number_invalid 2:5',
    'repeated_list 3:3',
    'seats_differ 3:7',
    'list_missing 4:3',
    'number_invalid 4:4',
  ]);
  expect(codes('list,votes\n', columns)).toEqual(['no_votes null:null']);
});

test('shares are exact, and lots name what is there', () => {
  expect(unwrap(readShare('3.5%'))).toEqual({ numerator: 7, denominator: 200 });
  expect(unwrap(readShare('0.03'))).toEqual({ numerator: 3, denominator: 100 });
  expect(readShare('three').ok).toBe(false);
  expect(readSeatLot('Z', canton).ok).toBe(false);
  expect(readListSeats('A:3', canton).ok).toBe(false);
  expect(readListNames('A,Z', canton)).toMatchObject({ error: { code: 'unknown_list' } });
});
