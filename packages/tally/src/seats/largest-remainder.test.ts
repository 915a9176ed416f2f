import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hundredths } from '../exact/fraction.ts';
import { rational } from '../exact/rational.ts';
import { largestRemainder } from './largest-remainder.ts';
import type { QuotaName } from './quotas.ts';

const quotas: readonly QuotaName[] = ['hare', 'droop', 'hagenbach-bischoff', 'imperiali'];
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const district = fc.record({
  votes: fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 7 }),
  seats: fc.integer({ min: 1, max: 15 }),
});

test('P20 four quotas by hand', () => {
  const votes = [47_000, 16_000, 15_800, 12_000, 6_100, 3_100];
  // Hare 10,000: 4 1 1 1 0 0, remainders 7,000 6,000 5,800 2,000 6,100 3,100.
  expect(largestRemainder('hare', { votes, seats: 10 })).toMatchObject({
    seats: [5, 2, 1, 1, 1, 0],
    full: [4, 1, 1, 1, 0, 0],
    quota: rational(10_000),
  });
  // Droop 9,091: 5 1 1 1 0 0, remainders 1,545 6,909 6,709 2,909 6,100 3,100.
  expect(largestRemainder('droop', { votes, seats: 10 })).toMatchObject({
    seats: [5, 2, 2, 1, 0, 0],
    quota: rational(9_091),
  });
  expect(largestRemainder('hagenbach-bischoff', { votes, seats: 10 })).toMatchObject({
    seats: [5, 2, 2, 1, 0, 0],
    quota: rational(100_000, 11),
  });
  // Imperiali 8,333⅓: 5 1 1 1 0 0, remainders 5,333 7,667 7,467 3,667 6,100 3,100.
  expect(largestRemainder('imperiali', { votes, seats: 10 })).toMatchObject({
    seats: [5, 2, 2, 1, 0, 0],
    quota: rational(25_000, 3),
  });
});

test('P20 the quota is taken of those who may have seats', () => {
  const votes = [60, 38, 2];
  expect(largestRemainder('hare', { votes, seats: 2, threshold: hundredths(5) })).toMatchObject({
    excluded: [2],
    quota: rational(49),
    seats: [1, 1, 0],
  });
});

test('P21 equal remainders at the cut are a tie; a lot settles it', () => {
  const tied = { votes: [15, 15, 10], seats: 4 };
  expect(largestRemainder('hare', tied)).toMatchObject({
    seats: [1, 1, 1],
    tie: { choices: [0, 1], seatsAtStake: 1 },
  });
  expect(largestRemainder('hare', { ...tied, lot: [1, 0] })).toMatchObject({ seats: [1, 2, 1], tie: null });
});

test('P22 a quota that gives out too much is made larger', () => {
  // 60 / (4 + 2) = 10 would give 3 + 3 seats of 4, 60 / 5 = 12 gives 2 + 2.
  expect(largestRemainder('imperiali', { votes: [30, 30], seats: 4 })).toMatchObject({
    seats: [2, 2],
    quota: rational(12),
    tie: null,
  });
});

test('P23 Hare keeps to the quota, and knows the Alabama paradox', () => {
  fc.assert(
    fc.property(district, ({ votes, seats }) => {
      const { seats: given, tie, full } = largestRemainder('hare', { votes, seats });
      for (const [choice, count] of given.entries()) {
        expect(count - full[choice]!).toBeGreaterThanOrEqual(0);
        expect(count - full[choice]!).toBeLessThanOrEqual(1);
      }
      if (sum(votes) > 0) expect(sum(given) + (tie?.seatsAtStake ?? 0)).toBe(seats);
    }),
  );
  expect(largestRemainder('hare', { votes: [6, 6, 2], seats: 10 }).seats).toEqual([4, 4, 2]);
  expect(largestRemainder('hare', { votes: [6, 6, 2], seats: 11 }).seats).toEqual([5, 5, 1]);
});

/** The obvious way, in whole numbers over a common denominator: votes · divisor is counted in units of the total. */
const slow = (name: QuotaName, votes: number[], seats: number): number[] | null => {
  const total = sum(votes);
  const added = { hare: 0, droop: 1, 'hagenbach-bischoff': 1, imperiali: 2 }[name];
  for (let more = added; ; more--) {
    const price = name === 'droop' ? Math.floor(total / (seats + 1)) + 1 : total;
    const worth = votes.map((count) => (name === 'droop' ? count : count * (seats + Math.max(0, more))));
    const full = worth.map((value) => Math.floor(value / price));
    const left = seats - sum(full);
    if (left < 0) continue;
    const rest = worth.map((value) => value % price);
    const able = votes.flatMap((count, at) => (count > 0 ? [at] : []));
    const order = able.sort((a, b) => rest[b]! - rest[a]!);
    // Everybody once for each whole round; the last round goes as far as it does.
    const last = left % order.length;
    if (last > 0 && rest[order[last - 1]!] === rest[order[last]!]) return null;
    const rounds = Math.floor(left / order.length);
    return full.map((count, at) => {
      if (!order.includes(at)) return count;
      return count + rounds + (order.slice(0, last).includes(at) ? 1 : 0);
    });
  }
};

test('P20 as the obvious whole-number table says, for every quota', () => {
  for (const name of quotas) {
    fc.assert(
      fc.property(district, ({ votes, seats }) => {
        if (sum(votes) === 0) return;
        const { seats: given, tie } = largestRemainder(name, { votes, seats });
        const expected = slow(name, votes, seats);
        if (expected === null) expect(tie).not.toBeNull();
        else expect({ given, tie }).toEqual({ given: expected, tie: null });
      }),
      { numRuns: 300 },
    );
  }
});

test('P20 without seats or votes nothing is given', () => {
  expect(largestRemainder('hare', { votes: [3, 4], seats: 0 })).toMatchObject({
    seats: [0, 0],
    unallocated: 0,
  });
  expect(largestRemainder('droop', { votes: [0, 0], seats: 2 })).toMatchObject({
    quota: null,
    unallocated: 2,
  });
});
