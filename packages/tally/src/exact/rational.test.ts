import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareRational,
  fromFraction,
  minus,
  one,
  over,
  plus,
  rational,
  roundTo,
  times,
  toNumber,
  wholeOf,
  zero,
} from './rational.ts';

const value = fc
  .tuple(fc.oneof(fc.integer(), fc.bigInt()), fc.oneof(fc.integer({ min: 1 }), fc.bigInt({ min: 1n })))
  .map(([a, b]) => rational(a, b));

test('X03 equal values are equal objects in lowest terms', () => {
  expect(rational(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
  expect(rational(0, 9)).toEqual(zero);
  expect(fromFraction({ numerator: 3, denominator: 100 })).toEqual(rational(30n, 1000n));
  expect(() => rational(1, 0)).toThrow(RangeError);
});

test('X03 the laws of a field', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(plus(a, b)).toEqual(plus(b, a));
      expect(plus(plus(a, b), c)).toEqual(plus(a, plus(b, c)));
      expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
      expect(minus(a, a)).toEqual(zero);
      if (a.numerator !== 0n) expect(over(a, a)).toEqual(one);
      expect(compareRational(a, b)).toBe(-compareRational(b, a) + 0);
      expect(compareRational(plus(a, one), a)).toBe(1);
    }),
  );
});

test('X04 rounding a rational', () => {
  expect(wholeOf(rational(7, 2), 'down')).toBe(3n);
  expect(wholeOf(rational(-7, 2), 'down')).toBe(-3n);
  expect(roundTo(rational(2, 3), 2, 'half-up')).toEqual(rational(67, 100));
  expect(toNumber(rational(1, 8))).toBe(0.125);
});
