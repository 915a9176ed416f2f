import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hundredths } from '../exact/fraction.ts';
import { dHondt } from './d-hondt.ts';
import { mixedMember } from './mixed-member.ts';
import { mixedMemberByRegion, type RegionalElection } from './mixed-member-regions.ts';
import { sainteLague } from './sainte-lague.ts';
import { shutOut } from './shut-out.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const column = (rows: readonly (readonly number[])[], at: number): number => sum(rows.map((row) => row[at]!));

test('P40 New Zealand 2008: 122 seats, because the Māori Party won two electorates beyond its share', () => {
  // Party votes and electorates as published by the Electoral Commission; lists without a seat or an electorate left out of the table.
  const votes = [1_053_398, 796_880, 157_613, 95_356, 85_496, 55_980, 21_241, 20_497];
  const direct = [41, 21, 0, 0, 1, 5, 1, 1];
  const others = 58_095;
  const barred = shutOut({
    hurdles: [{ votes, share: hundredths(5), base: sum(votes) + others }],
    needed: 'all',
    orSeats: { least: 1, won: direct },
  });
  expect(mixedMember(sainteLague, { votes, direct, barred, seats: 120, overhang: 'kept' })).toMatchObject({
    seats: [58, 43, 9, 0, 5, 5, 1, 1],
    overhang: [0, 0, 0, 0, 0, 2, 0, 0],
    excluded: [3],
    house: 122,
  });
});

test('P41 P44 Germany 2017: levelled to 709 seats', () => {
  // Second votes as published by the Bundeswahlleiter. The CDU's seats of the first distribution, 200, and 46 constituencies of the CSU
  // are what the house must cover.
  const votes = [12_447_656, 9_539_381, 5_878_115, 4_999_449, 4_297_270, 4_158_400, 2_869_688];
  const direct = [200, 0, 0, 0, 0, 0, 46];
  expect(mixedMember(sainteLague, { votes, direct, seats: 598, overhang: 'levelled' })).toMatchObject({
    seats: [200, 153, 94, 80, 69, 67, 46],
    house: 709,
  });
});

test('P42 Germany 2025: 630 seats, whatever constituencies were won', () => {
  const votes = [11_196_374, 10_328_780, 8_149_124, 5_762_380, 4_356_532, 2_964_028, 76_138];
  const direct = [143, 46, 45, 12, 6, 47, 0];
  expect(mixedMember(sainteLague, { votes, direct, seats: 630, overhang: 'refused' })).toMatchObject({
    seats: [164, 152, 120, 85, 64, 44, 1],
    unfilled: [0, 0, 0, 0, 0, 3, 0],
    house: 630,
  });
});

test('P41 a tie on the way is passed over where no lot could cover the constituencies', () => {
  // 21 and 23 seats for 400, 400 and 200 votes are ties of the first two, 22 give 9 9 4, 24 a tie for the tenth of one of them.
  const asked = { votes: [400, 400, 200], seats: 20, overhang: 'levelled' } as const;
  const wait = mixedMember(sainteLague, { ...asked, direct: [0, 10, 0] });
  expect(wait).toMatchObject({ seats: [9, 9, 5], house: 24, tie: { choices: [0, 1], seatsAtStake: 1 } });
  expect(mixedMember(sainteLague, { ...asked, direct: [0, 10, 0], lot: [1, 0] })).toMatchObject({
    ...{ seats: [9, 10, 5], house: 24, tie: null },
  });
  expect(mixedMember(sainteLague, { ...asked, direct: [10, 10, 0] })).toMatchObject({
    ...{ seats: [10, 10, 5], house: 25, tie: null },
  });
});

test('P45 Scotland 2021: Glasgow’s nine constituencies of the SNP and seven list seats', () => {
  // Regional votes as declared, of the lists with seats; the SNP won all nine constituencies, more than its votes entitle it to.
  const votes = [133_917, 74_088, 37_027, 36_114];
  expect(mixedMember(dHondt, { votes, direct: [9, 0, 0, 0], seats: 16, overhang: 'absorbed' })).toMatchObject(
    {
      ...{ seats: [9, 4, 2, 1], list: [0, 4, 2, 1], overhang: [1, 0, 0, 0], house: 16, tie: null },
    },
  );
});

test('P45 absorbed by highest averages: the seats that there are already are gone on from', () => {
  const some = fc.record({
    votes: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 4, maxLength: 4 }),
    direct: fc.array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 4 }),
    more: fc.nat({ max: 9 }),
  });
  fc.assert(
    fc.property(some, ({ votes, direct, more }) => {
      const seats = sum(direct) + more;
      const { seats: given, tie } = mixedMember(dHondt, { votes, direct, seats, overhang: 'absorbed' });
      if (tie !== null) return;
      const slow = [...direct];
      for (let left = more; left > 0; left--) {
        const best = votes.reduce(
          (top, count, list) => (count * (slow[top]! + 1) > votes[top]! * (slow[list]! + 1) ? list : top),
          0,
        );
        slow[best]!++;
      }
      expect(given).toEqual(slow);
    }),
  );
});

// Two regions of ten seats. First distribution: 6 3 1 and 2 5 3, where the second list won seven.
const regions = [
  { votes: [610, 290, 100], direct: [6, 0, 0], seats: 10 },
  { votes: [210, 490, 300], direct: [1, 7, 0], seats: 10 },
];

test('P43 by region, kept and refused', () => {
  const asked = { regions, seats: 20 };
  expect(mixedMemberByRegion(sainteLague, { ...asked, overhang: 'kept' })).toMatchObject({
    entitled: [
      [6, 3, 1],
      [2, 5, 3],
    ],
    seats: [
      [6, 3, 1],
      [2, 7, 3],
    ],
    house: 22,
  });
  expect(mixedMemberByRegion(sainteLague, { ...asked, overhang: 'refused' })).toMatchObject({
    seats: [
      [6, 3, 1],
      [2, 5, 3],
    ],
    unfilled: [
      [0, 0, 0],
      [0, 2, 0],
    ],
    house: 20,
  });
});

test('P44 by region, levelled: 6 + 2, 3 + 7 and 1 + 3 are guaranteed, and the house grows to cover them', () => {
  const levelled = mixedMemberByRegion(sainteLague, { regions, seats: 20, overhang: 'levelled' });
  expect(levelled).toMatchObject({ guaranteed: [8, 10, 4], regionTies: [], tie: null });
  const national = [820, 780, 400];
  const { house } = levelled;
  expect(sainteLague({ votes: national, seats: house }).seats[1]).toBe(10);
  expect(sainteLague({ votes: national, seats: house - 1 }).seats[1]).toBe(9);
  // The second list's ten seats go 4 6 by its votes; its seven constituencies leave 3 for the other region.
  expect(levelled.seats.map((row) => row[1])).toEqual([3, 7]);
});

test('P43 P45 by region, absorbed: no region of a list has fewer seats than constituencies, and the house stays', () => {
  const absorbed = mixedMemberByRegion(sainteLague, { regions, seats: 20, overhang: 'absorbed' });
  expect(absorbed.seats.map((row) => row[1])).toEqual([1, 7]);
  expect(absorbed.house).toBe(20);
});

test('P43 independents and lists that may have no list seats keep their constituencies', () => {
  const some: RegionalElection = {
    regions: [
      { votes: [600, 390, 10], direct: [2, 0, 1], independents: 1, seats: 10 },
      { votes: [500, 480, 20], direct: [0, 3, 0], seats: 10 },
    ],
    seats: 20,
    barred: [2],
    overhang: 'levelled',
  };
  const { seats, house } = mixedMemberByRegion(sainteLague, some);
  expect(seats.map((row) => row[2])).toEqual([1, 0]);
  expect(house).toBe(sum(seats.flat()) + 1);
});

test('P43 P44 every list has its entitlement, and nothing is settled in silence', () => {
  const region = fc.record({
    votes: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 3 }),
    direct: fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }),
    seats: fc.integer({ min: 4, max: 12 }),
  });
  fc.assert(
    fc.property(fc.array(region, { minLength: 1, maxLength: 4 }), (some) => {
      const seats = sum(some.map((one) => one.seats));
      const levelled = mixedMemberByRegion(sainteLague, {
        ...{ regions: some, seats, largestHouse: 10_000 },
        overhang: 'levelled',
      });
      if (levelled.tie !== null) return;
      const atStake = sum(levelled.regionTies.map((tie) => tie.seatsAtStake));
      expect(sum(levelled.seats.flat()) + atStake).toBe(levelled.house);
      const shares = sainteLague({
        votes: [0, 1, 2].map((at) =>
          column(
            some.map((one) => one.votes),
            at,
          ),
        ),
        seats: levelled.house,
      });
      for (const [at, share] of shares.seats.entries()) {
        expect(share).toBeGreaterThanOrEqual(levelled.guaranteed![at]!);
        const tied = sum(
          levelled.regionTies.filter(({ choice }) => choice === at).map((tie) => tie.seatsAtStake),
        );
        expect(column(levelled.seats, at) + tied).toBe(share);
      }
      for (const [at, one] of some.entries())
        for (const [choice, won] of one.direct.entries())
          expect(levelled.seats[at]![choice]).toBeGreaterThanOrEqual(won);
    }),
  );
});
