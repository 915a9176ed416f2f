import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dHondt } from './d-hondt.ts';
import { divisorMethod } from './divisor-method.ts';
import {
  adamsDivisors,
  danishDivisors,
  huntingtonHillDivisors,
  imperialiDivisors,
  modifiedSainteLagueDivisors,
} from './divisors.ts';
import { hagenbachBischoff } from './hagenbach-bischoff.ts';
import { seatMethods } from './seat-methods.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const small = fc.record({
  votes: fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 6 }),
  seats: fc.nat({ max: 12 }),
});

test('P12 five classic methods give five different houses (Balinski and Young, table 9.1)', () => {
  const district = { votes: [9061, 7179, 5259, 3319, 1182], seats: 26 };
  expect(seatMethods.adams.apportion(district).seats).toEqual([9, 7, 5, 3, 2]);
  expect(seatMethods.dean.apportion(district).seats).toEqual([9, 7, 5, 4, 1]);
  expect(seatMethods['huntington-hill'].apportion(district).seats).toEqual([9, 7, 6, 3, 1]);
  expect(seatMethods['sainte-lague'].apportion(district).seats).toEqual([9, 8, 5, 3, 1]);
  expect(seatMethods['d-hondt'].apportion(district).seats).toEqual([10, 7, 5, 3, 1]);
  expect(seatMethods['hare-remainder'].apportion(district).seats).toEqual([9, 7, 5, 4, 1]);
});

test('P12 a first divisor of 1.4 keeps a small list out that 1.2 lets in', () => {
  // 100 / 3 = 33.3 for the large list's second seat; the small list claims 44/1.4 = 31.4 or 44/1.2 = 36.7.
  const district = { votes: [100, 44], seats: 2 };
  const by = (tenths: number) =>
    divisorMethod(modifiedSainteLagueDivisors({ numerator: tenths, denominator: 10 }), district).seats;
  expect(by(14)).toEqual([2, 0]);
  expect(by(12)).toEqual([1, 1]);
});

test('P12 Danish divisors 1, 4, 7 and Imperiali’s 2, 3, 4 by hand', () => {
  // 70 17.5 10 | 30 7.5 | 10
  expect(divisorMethod(danishDivisors, { votes: [70, 30, 11], seats: 4 }).seats).toEqual([2, 1, 1]);
  // 35 23.3 17.5 14 | 15 10 | 5.5
  expect(divisorMethod(imperialiDivisors, { votes: [70, 30, 11], seats: 4 }).seats).toEqual([3, 1, 0]);
});

test('P13 with a divisor of 0 everybody has a seat first, those with more votes before the others', () => {
  expect(divisorMethod(adamsDivisors, { votes: [900, 5, 20], seats: 2 }).seats).toEqual([1, 0, 1]);
  expect(divisorMethod(huntingtonHillDivisors, { votes: [900, 5, 5], seats: 2 })).toMatchObject({
    seats: [1, 0, 0],
    tie: { choices: [1, 2], seatsAtStake: 1 },
  });
  expect(divisorMethod(adamsDivisors, { votes: [900, 0, 20], seats: 3 }).seats).toEqual([2, 0, 1]);
});

test('P12 roots are compared by their squares, so that equal claims are ties', () => {
  // 6 / √2 = 2 · 3 / √2: the second seat of the larger equals nothing; 12 / √(2·3) = 2√6 and 4√3·√2 = 2√6 cannot meet in whole votes,
  // but the same votes always do.
  expect(divisorMethod(huntingtonHillDivisors, { votes: [6, 6], seats: 3 })).toMatchObject({
    seats: [1, 1],
    tie: { choices: [0, 1], seatsAtStake: 1 },
  });
});

test('P14 an exhausted list leaves its seat to the next claim', () => {
  const district = { votes: [100, 40], seats: 4, atMost: [2, 9] };
  expect(dHondt(district).seats).toEqual([2, 2]);
  expect(seatMethods['hare-remainder'].apportion(district).seats).toEqual([2, 2]);
  expect(dHondt({ ...district, atMost: [2, 1] })).toMatchObject({ seats: [2, 1], unallocated: 1 });
  expect(hagenbachBischoff({ ...district, atMost: [2, 1] })).toMatchObject({ seats: [2, 1], unallocated: 1 });
});

test('P15 Hagenbach-Bischoff is D’Hondt, whole quotas first', () => {
  const { quota, full, awards, seats } = hagenbachBischoff({ votes: [61_501, 33_000, 5_500], seats: 9 });
  // 100,001 / 10 = 10,000.1, so 10,001; then 61,501 / 7 = 8,786 against 33,000 / 4 = 8,250.
  expect(quota).toEqual({ numerator: 10_001n, denominator: 1n });
  expect(full).toEqual([6, 3, 0]);
  expect(awards).toHaveLength(0);
  expect(seats).toEqual([6, 3, 0]);
  fc.assert(
    fc.property(small, (district) => {
      const [quick, slow] = [hagenbachBischoff(district), dHondt(district)];
      expect(quick).toMatchObject({ seats: slow.seats, tie: slow.tie, unallocated: slow.unallocated });
      expect(sum(quick.full) + quick.awards.length).toBe(sum(quick.seats));
    }),
  );
});

test('P06 every method gives, puts at stake or leaves unallocated every seat, whatever the order of choices', () => {
  for (const { apportion } of Object.values(seatMethods)) {
    fc.assert(
      fc.property(small, ({ votes, seats }) => {
        const result = apportion({ votes, seats });
        expect(sum(result.seats) + (result.tie?.seatsAtStake ?? 0) + result.unallocated).toBe(seats);
        const turned = apportion({ votes: [...votes].reverse(), seats });
        expect([...turned.seats].reverse()).toEqual(result.seats);
      }),
      { numRuns: 60 },
    );
  }
});
