// Mixed member and panachage from the file to the report, as `comitium seats` does it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@comitium/basics';
import { SeatsReportBody } from '@comitium/contract';
import { Value } from 'typebox/value';
import { afterAll, expect, test } from 'vitest';
import { allotFromFile, type SeatsOptions } from './allot-from-file.ts';
import { printSeats } from './print-seats.ts';

const folder = mkdtempSync(join(tmpdir(), 'comitium-seats-'));
afterAll(() => rmSync(folder, { recursive: true }));

const usual = { lists: 'list', votes: 'votes', majority: false, moreVotesFirst: false, json: false };
const ask = (text: string, options: Partial<SeatsOptions> & { readonly method: string }) => {
  const path = join(folder, 'votes.csv');
  writeFileSync(path, text);
  return allotFromFile(path, { ...usual, ...options });
};
const report = (...asked: Parameters<typeof ask>): SeatsReportBody => {
  const given = unwrap(ask(...asked));
  expect([...Value.Errors(SeatsReportBody, given)]).toEqual([]);
  return given;
};
const seatsOf = ({ lists }: SeatsReportBody): number[] => lists.map(({ seats }) => seats);

// Of 20 seats Sainte-Laguë gives 10 6 4; the second list won eight constituencies.
const house = 'list,votes,direct\nA,501,4\nB,299,8\nC,200,0\n';
const mixed = { method: 'mixed-member', direct: 'direct', seats: '20' } as const;

test('mixed member: overhang kept, levelled and refused', () => {
  const kept = report(house, { ...mixed, overhang: 'kept' });
  expect(kept).toMatchObject({ state: 'decided', seats: 22, mixed: { regularHouse: 20, house: 22 } });
  expect(seatsOf(kept)).toEqual([10, 8, 4]);
  expect(printSeats(kept)).toMatch(/Overhang kept: regular house 20, now 22[\s\S]*B +8 +6 +2 +0/);
  expect(seatsOf(report(house, { ...mixed, overhang: 'levelled' }))).toEqual([13, 8, 5]);
  const refused = report(house, { ...mixed, overhang: 'refused' });
  expect(refused.mixed?.rows[1]).toMatchObject({ direct: 8, entitled: 6, overhang: 2, unfilled: 2 });
  const absorbed = report(house, { ...mixed, overhang: 'absorbed' });
  expect(absorbed).toMatchObject({ seats: 20, mixed: { rows: [{}, { entitled: 6, overhang: 2 }, {}] } });
  expect(seatsOf(absorbed)).toEqual([9, 8, 3]);
  const seven = { ...mixed, seats: '7', overhang: 'kept' } as const;
  const uneven = 'list,votes,direct\nA,53,0\nB,24,0\nC,15,0\nD,8,0\n';
  expect(seatsOf(report(uneven, seven))).toEqual([3, 2, 1, 1]);
  expect(seatsOf(report(uneven, { ...seven, by: 'd-hondt' }))).toEqual([4, 2, 1, 0]);
});

test('mixed member: thresholds, constituencies and exemption that stand in for them, independents', () => {
  const some = 'list,votes,direct\nA,500,4\nB,300,2\nC,20,1\n,0,1\n';
  const asked = { ...mixed, overhang: 'kept', threshold: '5%' } as const;
  const barred = report(some, asked);
  expect(seatsOf(barred)).toEqual([11, 7, 1]);
  expect(barred).toMatchObject({ seats: 20, mixed: { independents: 1 } });
  expect(barred.lists[2]).toMatchObject({ excluded: true });
  expect(report(some, { ...asked, orDirect: '1' }).lists[2]).toMatchObject({ excluded: false });
  expect(report(some, { ...asked, exempt: 'C' }).lists[2]).toMatchObject({ excluded: false });
});

const regions = `region,list,votes,direct,seats
I,A,610,6,10
I,B,290,0,10
I,C,100,0,10
II,A,210,1,10
II,B,490,7,10
II,C,300,0,10
`;
const byRegion = { ...mixed, seats: '20', districts: 'region', seatsColumn: 'seats' } as const;

test('mixed member by district: shares of lists go to districts, and overhang is found there', () => {
  const refused = report(regions, { ...byRegion, overhang: 'refused' });
  expect(refused.districts.map(({ lists }) => lists.map(({ seats }) => seats))).toEqual([
    [6, 3, 1],
    [2, 5, 3],
  ]);
  expect(refused.mixed?.rows.map(({ unfilled }) => unfilled)).toEqual([0, 0, 0, 0, 2, 0]);
  const levelled = report(regions, { ...byRegion, overhang: 'levelled' });
  expect(levelled.districts[1]?.lists[1]).toMatchObject({ seats: 7 });
  expect(seatsOf(levelled).reduce((sum, seats) => sum + seats, 0)).toBe(levelled.seats);
  expect(printSeats(levelled)).toMatch(/II +B +7 +7 +0 +0/);
});

test('mixed member: ties above, and among the districts of a list, with their lots', () => {
  const level = 'list,votes,direct\nA,10,0\nB,10,0\n';
  const open = report(level, { ...mixed, seats: '3', overhang: 'kept' });
  expect(open).toMatchObject({ state: 'lot-needed', districts: [{ ties: [{ lists: ['A', 'B'] }] }] });
  expect(seatsOf(report(level, { ...mixed, seats: '3', overhang: 'kept', lot: 'B,A' }))).toEqual([1, 2]);
  const twins = 'region,list,votes,direct\nI,A,50,0\nII,A,50,0\nI,B,20,0\nII,B,30,0\n';
  const asked = { ...mixed, seats: '5', overhang: 'kept', districts: 'region' } as const;
  const three = report(twins, { ...asked, seats: '4' });
  expect(three).toMatchObject({ state: 'lot-needed' });
  expect(printSeats(three)).toContain('a lot is needed among I/A (1 or 2), II/A (1 or 2)');
  expect(report(twins, { ...asked, seats: '4', lot: 'II/A,I/A,II/B,I/B' }).tiedCells).toEqual([]);
  const above = report(twins.replace('20', '40').replace('30', '60'), { ...asked, seats: '3' });
  expect(above).toMatchObject({
    state: 'lot-needed',
    districts: [{ district: null, ties: [{ seatsAtStake: 1 }] }],
  });
});

const people = `list,candidate,votes
First,Ada,900
First,Ben,1200
First,Cleo,300
First,,600
Second,Dan,700
Second,Eva,200
Second,,100
`;
const open = { method: 'panachage', candidates: 'candidate', seats: '4' } as const;

test('panachage: list votes with empty lines, seats to personal votes', () => {
  const given = report(people, open);
  expect(given.lists).toMatchObject([
    { list: 'First', votes: 3_000, seats: 3 },
    { list: 'Second', votes: 1_000, seats: 1 },
  ]);
  expect(given.elected).toEqual([
    { district: null, list: 'First', elected: ['Ben', 'Ada', 'Cleo'], next: [], tie: null },
    { district: null, list: 'Second', elected: ['Dan'], next: ['Eva'], tie: null },
  ]);
  expect(printSeats(given)).toContain('First: Ben, Ada, Cleo');
});

test('panachage: equal personal votes, exhausted lists, alliances and districts', () => {
  const equal = people.replace('Eva,200', 'Eva,700').replace('Cleo,300', 'Cleo,200');
  const waiting = report(equal, open);
  expect(waiting).toMatchObject({
    state: 'lot-needed',
    elected: [{}, { elected: [], tie: { seatsAtStake: 1 } }],
  });
  expect(printSeats(waiting)).toContain('Second: nobody yet (a lot is needed for 1 of Dan, Eva)');
  const drawn = report(equal, { ...open, lot: 'Second/Eva,Second/Dan' });
  expect(drawn).toMatchObject({ state: 'decided', elected: [{}, { elected: ['Eva'], next: ['Dan'] }] });
  expect(seatsOf(report(people, { ...open, seats: '6' }))).toEqual([3, 2]);
  const two = `place,list,candidate,votes,with,seats\nN,A,Ann,60,x,2\nN,B,Bo,50,x,2\nN,C,Cy,80,,2\nN,C,Di,1,,2\nS,A,Al,9,,1\n`;
  const allied = report(two, { ...open, districts: 'place', seatsColumn: 'seats', alliances: 'with' });
  expect(allied.elected?.map(({ district, list, elected }) => [district, list, elected[0]])).toEqual([
    ['N', 'A', 'Ann'],
    ['N', 'C', 'Cy'],
    ['S', 'A', 'Al'],
  ]);
});

test('what is wrong with arguments and files is told', () => {
  const codes = (...asked: Parameters<typeof ask>) => {
    const given = ask(...asked);
    return given.ok ? [] : given.error.map(({ code }) => code);
  };
  expect(codes(house, { ...mixed })).toEqual(['overhang_invalid']);
  expect(codes(house, { method: 'mixed-member', direct: 'direct', overhang: 'kept' })).toEqual([
    'seats_invalid',
  ]);
  expect(codes(house, { ...mixed, overhang: 'kept', majority: true })).toEqual(['rules_exclude']);
  const twice = { ...mixed, overhang: 'kept', threshold: '5%', nationalThreshold: '5%' } as const;
  expect(codes(house, twice)).toEqual(['rules_exclude']);
  expect(codes(house, { ...mixed, overhang: 'kept', by: 'fair' })).toEqual(['unknown_method']);
  expect(codes(house, { ...mixed, overhang: 'kept', orDirect: 'x' })).toEqual(['threshold_invalid']);
  expect(codes('list,votes,direct\nA,999,0\nB,1,8\n', { ...mixed, overhang: 'levelled' })).toEqual([
    'levelling_endless',
  ]);
  expect(codes(house, { method: 'd-hondt', seats: '3', direct: 'direct' })).toEqual(['rules_exclude']);
  expect(codes(people, { method: 'panachage', seats: '4' })).toEqual(['rules_exclude']);
  expect(codes(people, { method: 'd-hondt', candidates: 'candidate', seats: '4' })).toEqual([
    'rules_exclude',
  ]);
  const noSeats = { ...byRegion, seatsColumn: undefined, overhang: 'levelled' };
  expect(codes(regions, noSeats as never)).toEqual(['seats_invalid']);
  expect(codes(people.replace('Ben', 'Ada').replace('700', 'x'), open)).toEqual([
    'repeated_candidate',
    'number_invalid',
  ]);
  expect(codes(people, { ...open, lot: 'Second/Zoe' })).toEqual(['lot_invalid']);
});
