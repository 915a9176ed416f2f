import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hundredths } from '../exact/fraction.ts';
import { dHondt } from './d-hondt.ts';
import { divisorMethod } from './divisor-method.ts';
import { type Divisors, dHondtDivisors, huntingtonHillDivisors, sainteLagueDivisors } from './divisors.ts';
import { sainteLague } from './sainte-lague.ts';
import type { SeatDistrict } from './seat-district.ts';

/** The obvious way: write down every quotient as an exact fraction, sort, take the largest. null where the cut is tied. */
const slowSeats = (divisors: Divisors, votes: number[], seats: number): number[] | null => {
  const table = votes.flatMap((count, choice) =>
    count === 0
      ? []
      : Array.from({ length: seats + 1 }, (_, won) => ({
          choice,
          count,
          divisor: divisors.at(won).numerator,
        })),
  );
  const compare = (a: (typeof table)[number], b: (typeof table)[number]) =>
    Number(BigInt(b.count) * BigInt(a.divisor) - BigInt(a.count) * BigInt(b.divisor));
  table.sort(compare);
  const [last, next] = [table[seats - 1], table[seats]];
  if (last !== undefined && next !== undefined && compare(last, next) === 0) return null;
  return votes.map((_, choice) => table.slice(0, seats).filter((q) => q.choice === choice).length);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const votesOf = (max: number) => fc.array(fc.nat({ max }), { minLength: 1, maxLength: 8 });
const district: fc.Arbitrary<SeatDistrict & { votes: number[] }> = fc.record({
  votes: fc.oneof(votesOf(12), votesOf(2 ** 31)),
  seats: fc.nat({ max: 30 }),
});

test('P01 the example of the Spanish electoral law (LOREG art. 163)', () => {
  const votes = [168_000, 104_000, 72_000, 64_000, 40_000, 32_000];
  const { seats, awards, tie } = dHondt({ votes, seats: 8, threshold: hundredths(3) });
  expect(seats).toEqual([4, 2, 1, 1, 0, 0]);
  expect(tie).toBeNull();
  expect(awards.map((award) => award.votes / award.divisor.numerator)).toEqual([
    168_000, 104_000, 84_000, 72_000, 64_000, 56_000, 52_000, 42_000,
  ]);
});

test('P01 D’Hondt and Sainte-Laguë by hand', () => {
  const votes = [100_000, 80_000, 30_000, 20_000];
  // 100 80 50 40 33.3 30 26.7 25 | 20
  expect(dHondt({ votes, seats: 8 }).seats).toEqual([4, 3, 1, 0]);
  // 100 80 33.3 30 26.7 20 20 16 | 14.3
  expect(sainteLague({ votes, seats: 8 }).seats).toEqual([3, 3, 1, 1]);
});

test('P01 as the sorted table of quotients says, for two methods', () => {
  fc.assert(
    fc.property(
      district,
      fc.constantFrom(dHondtDivisors, sainteLagueDivisors),
      ({ votes, seats }, divisors) => {
        const { seats: given, tie } = divisorMethod(divisors, { votes, seats });
        const expected = slowSeats(divisors, votes, seats);
        if (expected === null) expect(tie).not.toBeNull();
        else expect({ given, tie }).toEqual({ given: expected, tie: null });
      },
    ),
    { numRuns: 1000 },
  );
});

test('P01 quotients beyond 53 bits are told apart', () => {
  // The second seat: (2⁵³ − 1) / 2 against 2⁵² − 1, which differ by a half; doubles of the products would agree.
  const most = Number.MAX_SAFE_INTEGER;
  expect(dHondt({ votes: [most, (most - 1) / 2], seats: 2 }).seats).toEqual([2, 0]);
  expect(dHondt({ votes: [most, (most + 1) / 2], seats: 2 }).seats).toEqual([1, 1]);
});

test('P02 equal quotients for the last seat are a tie, not a guess', () => {
  expect(dHondt({ votes: [60, 30], seats: 2 })).toMatchObject({
    seats: [1, 0],
    tie: { choices: [0, 1], seatsAtStake: 1 },
  });
  expect(dHondt({ votes: [50, 50, 50, 10], seats: 2 })).toMatchObject({
    seats: [0, 0, 0, 0],
    tie: { choices: [0, 1, 2], seatsAtStake: 2 },
  });
});

test('P02 equal quotients with enough seats are no tie', () => {
  expect(dHondt({ votes: [60, 30], seats: 3 })).toMatchObject({ seats: [2, 1], tie: null });
});

test('P03 a lot that names every tied choice settles it', () => {
  const tied = { votes: [50, 50, 50, 10], seats: 2 };
  expect(dHondt({ ...tied, lot: [2, 3, 0, 1] })).toMatchObject({ seats: [1, 0, 1, 0], tie: null });
  expect(dHondt({ ...tied, lot: [2, 0] }).tie).toEqual({ choices: [0, 1, 2], seatsAtStake: 2 });
  expect(dHondt({ ...tied, lot: [2, 2, 0] }).tie).not.toBeNull();
});

test('P04 more votes first, where the law says so', () => {
  expect(dHondt({ votes: [30, 60], seats: 2, moreVotesFirst: true })).toMatchObject({
    seats: [0, 2],
    tie: null,
  });
  expect(dHondt({ votes: [30, 60, 30], seats: 3, moreVotesFirst: true })).toMatchObject({
    seats: [0, 2, 0],
    tie: { choices: [0, 2], seatsAtStake: 1 },
  });
});

test('P05 reaching the threshold exactly is enough, and its base may hold blank votes', () => {
  const votes = [970, 30];
  expect(dHondt({ votes, seats: 40, threshold: hundredths(3) }).excluded).toEqual([]);
  const blank = dHondt({ votes, seats: 40, threshold: hundredths(3), thresholdBase: 1001 });
  expect(blank).toMatchObject({ excluded: [1], seats: [40, 0] });
});

test('P06 nobody with a vote, nobody with a seat', () => {
  expect(dHondt({ votes: [0, 0], seats: 3 })).toMatchObject({ seats: [0, 0], tie: null, unallocated: 3 });
  expect(dHondt({ votes: [5, 0], seats: 3 }).seats).toEqual([3, 0]);
  expect(dHondt({ votes: [1, 1], seats: 3, threshold: hundredths(60) })).toMatchObject({
    excluded: [0, 1],
    unallocated: 3,
  });
});

test('P06 every seat is given, at stake or unallocated', () => {
  fc.assert(
    fc.property(district, fc.nat({ max: 40 }), (input, per) => {
      const result = dHondt({ ...input, threshold: hundredths(per) });
      expect(sum(result.seats) + (result.tie?.seatsAtStake ?? 0) + result.unallocated).toBe(input.seats);
      expect(result.awards).toHaveLength(sum(result.seats));
      if (result.tie !== null) expect(result.tie.choices.length).toBeGreaterThan(result.tie.seatsAtStake);
    }),
  );
});

test('P07 one more seat takes none from anybody', () => {
  fc.assert(
    fc.property(district, ({ votes, seats }) => {
      const lot = votes.map((_, choice) => choice);
      const smaller = dHondt({ votes, seats, lot }).seats;
      const larger = dHondt({ votes, seats: seats + 1, lot }).seats;
      for (const [choice, won] of smaller.entries()) expect(larger[choice]).toBeGreaterThanOrEqual(won);
    }),
  );
});

test('P08 D’Hondt never stays below the quota rounded down, and knows no scale', () => {
  fc.assert(
    fc.property(fc.record({ votes: votesOf(2 ** 31), seats: fc.nat({ max: 30 }) }), ({ votes, seats }) => {
      const lot = votes.map((_, choice) => choice);
      const { seats: given } = dHondt({ votes, seats, lot });
      const total = BigInt(sum(votes));
      for (const [choice, won] of given.entries()) {
        if (total > 0n)
          expect(won).toBeGreaterThanOrEqual(Number((BigInt(votes[choice]!) * BigInt(seats)) / total));
      }
      expect(dHondt({ votes: votes.map((v) => v * 1000), seats, lot }).seats).toEqual(given);
    }),
  );
});

test('P01 what is no count is a bug of the caller', () => {
  expect(() => dHondt({ votes: [1.5], seats: 1 })).toThrow(RangeError);
  expect(() => dHondt({ votes: [-1], seats: 1 })).toThrow(RangeError);
  expect(() => dHondt({ votes: [1], seats: -1 })).toThrow(RangeError);
});

test('P01 claims that floating-point numbers cannot tell apart are told apart, and equal ones are a tie', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const close = [most - 1, most];
  expect(divisorMethod(dHondtDivisors, { votes: close, seats: 1 }).seats).toEqual([0, 1]);
  expect(divisorMethod(huntingtonHillDivisors, { votes: close, seats: 3 }).seats).toEqual([1, 2]);
  // Exactly three times as many votes, and one more.
  const third = (most - 1) / 3;
  expect(divisorMethod(dHondtDivisors, { votes: [third, most - 1], seats: 3 })).toMatchObject({
    seats: [0, 2],
    tie: { choices: [0, 1], seatsAtStake: 1 },
  });
  expect(divisorMethod(dHondtDivisors, { votes: [third, most], seats: 3 }).seats).toEqual([0, 3]);
});
