import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hundredths } from '../exact/fraction.ts';
import { withAlliances } from './alliances.ts';
import { dHondt } from './d-hondt.ts';
import { hagenbachBischoff } from './hagenbach-bischoff.ts';
import { largestRemainder } from './largest-remainder.ts';
import { withMajority } from './majority-seats.ts';
import { mixedMember } from './mixed-member.ts';
import { panachage } from './panachage.ts';
import { sainteLague } from './sainte-lague.ts';
import { shutOut } from './shut-out.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

test('P30 national and district hurdles, all or any, seats won, and exemption', () => {
  const national = { votes: [9500, 380, 120], share: hundredths(4) };
  const district = { votes: [80, 5, 15], share: hundredths(12) };
  expect(shutOut({ hurdles: [national], needed: 'all' })).toEqual([1, 2]);
  expect(shutOut({ hurdles: [national, district], needed: 'all' })).toEqual([1, 2]);
  expect(shutOut({ hurdles: [national, district], needed: 'any' })).toEqual([1]);
  expect(shutOut({ hurdles: [{ ...national, base: 9500 }], needed: 'all' })).toEqual([2]);
  expect(shutOut({ hurdles: [national], needed: 'all', exempt: [2] })).toEqual([1]);
  expect(shutOut({ hurdles: [national], needed: 'all', orSeats: { least: 3, won: [9, 2, 3] } })).toEqual([1]);
  expect(dHondt({ votes: [9500, 380, 120], seats: 100, barred: [1, 2] })).toMatchObject({
    seats: [100, 0, 0],
    excluded: [1, 2],
  });
});

test('P31 more than half of the votes is more than half of the seats', () => {
  const hare = (district: Parameters<typeof dHondt>[0]) => largestRemainder('hare', district);
  // 5.02 1.96 1.92 1.1 of 10 seats: Hare gives 5 2 2 1.
  const district = { votes: [502, 196, 192, 110], seats: 10 };
  expect(hare(district).seats).toEqual([5, 2, 2, 1]);
  expect(withMajority(hare, district)).toMatchObject({ seats: [6, 2, 1, 1], raised: 0 });
  expect(withMajority(hare, { ...district, votes: [500, 196, 194, 110] }).raised).toBeNull();
  expect(withMajority(hare, { ...district, atMost: [3, 9, 9, 9] }).raised).toBeNull();
});

test('P32 allied lists are one list first', () => {
  // Alone 40 33 27 give D'Hondt 2 1 1 of 4; 33 + 27 together 60: 60 40 30 20 | 20, a tie above.
  const district = { votes: [41, 33, 26], seats: 4 };
  expect(dHondt(district).seats).toEqual([2, 1, 1]);
  expect(withAlliances(dHondt, { votes: [42, 29, 29], seats: 3 }, [[1, 2]])).toMatchObject({
    allianceSeats: [2],
    seats: [1, 1, 1],
    ties: [],
  });
  expect(withAlliances(dHondt, { votes: [40, 33, 27], seats: 5 }, [[1, 2]])).toMatchObject({
    allianceSeats: [3],
    seats: [2, 2, 1],
  });
  expect(() =>
    withAlliances(dHondt, district, [
      [0, 1],
      [1, 2],
    ]),
  ).toThrow(RangeError);
});

test('P32 ties above and within are all told, and every seat is accounted for', () => {
  const tied = withAlliances(dHondt, { votes: [30, 15, 15, 10], seats: 3 }, [[1, 2]]);
  expect(tied.ties).toEqual([
    { choices: [0, 1, 2], seatsAtStake: 1 },
    { choices: [1, 2], seatsAtStake: 1 },
  ]);
  const arbitrary = fc.record({
    votes: fc.array(fc.nat({ max: 40 }), { minLength: 5, maxLength: 5 }),
    seats: fc.nat({ max: 12 }),
  });
  fc.assert(
    fc.property(arbitrary, (district) => {
      const { seats, ties, unallocated } = withAlliances(dHondt, district, [
        [0, 3],
        [1, 4],
      ]);
      expect(sum(seats) + sum(ties.map((tie) => tie.seatsAtStake)) + unallocated).toBe(district.seats);
    }),
  );
});

const mixed = { votes: [501, 299, 200], seats: 20, direct: [4, 8, 0] };

test('P40 overhang kept: the house grows, nobody’s entitlement changes', () => {
  // Sainte-Laguë of 20: 10 6 4; the second list won 8.
  expect(mixedMember(sainteLague, { ...mixed, overhang: 'kept' })).toMatchObject({
    seats: [10, 8, 4],
    entitled: [10, 6, 4],
    list: [6, 0, 4],
    overhang: [0, 2, 0],
    unfilled: [0, 0, 0],
    house: 22,
  });
});

test('P41 overhang levelled: the smallest house that covers it', () => {
  const levelled = mixedMember(sainteLague, { ...mixed, overhang: 'levelled' });
  expect(levelled.seats[1]).toBe(8);
  expect(sainteLague({ votes: mixed.votes, seats: levelled.house }).seats).toEqual(levelled.seats);
  expect(sainteLague({ votes: mixed.votes, seats: levelled.house - 1 }).seats[1]).toBeLessThan(8);
  expect(() =>
    mixedMember(sainteLague, { ...mixed, direct: [0, 8, 0], votes: [999, 1, 0], overhang: 'levelled' }),
  ).toThrow('levelling needs more');
});

test('P42 overhang refused: the house stays, two constituencies are not filled', () => {
  expect(mixedMember(sainteLague, { ...mixed, overhang: 'refused' })).toMatchObject({
    seats: [10, 6, 4],
    unfilled: [0, 2, 0],
    house: 20,
  });
});

test('P40 who is shut out keeps its constituencies, and independents take theirs off the house', () => {
  const some = {
    votes: [500, 300, 20],
    seats: 20,
    direct: [4, 2, 1],
    independents: 1,
    threshold: hundredths(5),
  };
  expect(mixedMember(sainteLague, { ...some, overhang: 'kept' })).toMatchObject({
    seats: [11, 7, 1],
    excluded: [2],
    house: 20,
  });
});

test('P50 list votes are named candidates and empty lines; seats go to personal votes', () => {
  const lists = [
    { candidates: [900, 1_200, 300], additional: 600 },
    { candidates: [700, 200], additional: 100 },
  ];
  expect(panachage(hagenbachBischoff, lists, { seats: 4 })).toMatchObject({
    seats: [3, 1],
    lists: [
      { votes: 3_000, elected: [1, 0, 2], next: [], tie: null },
      { votes: 1_000, elected: [0], next: [1], tie: null },
    ],
  });
  // Three candidates cannot fill four seats.
  expect(panachage(hagenbachBischoff, [lists[0]!], { seats: 4 })).toMatchObject({
    seats: [3],
    unallocated: 1,
  });
});

test('P51 equal personal votes need a lot', () => {
  const list = { candidates: [50, 80, 50], additional: 0 };
  expect(panachage(dHondt, [list], { seats: 2 }).lists[0]).toMatchObject({
    elected: [1],
    tie: { candidates: [0, 2], seatsAtStake: 1 },
    next: [],
  });
  expect(panachage(dHondt, [{ ...list, lot: [2, 0] }], { seats: 2 }).lists[0]).toMatchObject({
    elected: [1, 2],
    tie: null,
    next: [0],
  });
});
