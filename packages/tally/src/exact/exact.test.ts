import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareProducts } from './compare-products.ts';
import { compareShare, hundredths } from './fraction.ts';

const natural = fc.nat({ max: Number.MAX_SAFE_INTEGER });

test('X01 products compare as BigInt says, also beyond 53 bits', () => {
  fc.assert(
    fc.property(natural, natural, natural, natural, (a, b, c, d) => {
      const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
      expect(compareProducts([a, b], [c, d])).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
    }),
  );
});

test('X01 products that floating point cannot tell apart are told apart', () => {
  const big = 2 ** 40 + 1;
  expect(compareProducts([big, big], [big - 1, big + 1])).toBe(1);
  expect(compareProducts([big, big], [big, big])).toBe(0);
});

test('X02 a share meets a fraction exactly', () => {
  expect(compareShare(3, 100, hundredths(3))).toBe(0);
  expect(compareShare(2_999_999, 100_000_000, hundredths(3))).toBe(-1);
  expect(compareShare(3_000_001, 100_000_000, hundredths(3))).toBe(1);
});

test('X02 a share of nothing is 0', () => {
  expect(compareShare(0, 0, hundredths(3))).toBe(-1);
  expect(compareShare(0, 0, hundredths(0))).toBe(0);
});

test('X02 a fraction must be one', () => {
  expect(() => compareShare(1, 2, { numerator: 1, denominator: 0 })).toThrow(RangeError);
  expect(() => compareShare(1, 2, { numerator: 0.5, denominator: 1 })).toThrow(RangeError);
});
