import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percent } from './percent.ts';

const count = fc.oneof(fc.nat({ max: 10_000 }), fc.nat({ max: Number.MAX_SAFE_INTEGER }));

test('R01 half up to one decimal', () => {
  expect(percent(1, 3)).toBe(33.3);
  expect(percent(2, 3)).toBe(66.7);
  expect(percent(1, 16)).toBe(6.3);
  expect(percent(1, 1)).toBe(100);
  // 1.15 as a double lies below 1.15, so that toFixed(1) says 1.1.
  expect(percent(115, 10_000)).toBe(1.2);
  expect(percent(25, 10_000)).toBe(0.3);
  expect(percent(1005, 100_000)).toBe(1);
  expect(percent(4535, 10_000)).toBe(45.4);
});

test('R01 0 of nothing, and more than the whole', () => {
  expect(percent(0, 0)).toBe(0);
  expect(percent(5, 0)).toBe(0);
  expect(percent(0n, 0n)).toBe(0);
  expect(percent(612, 431)).toBe(142);
});

test('R01 as BigInt says, for all safe integers', () => {
  fc.assert(
    fc.property(count, count, (part, whole) => {
      const reference = (a: bigint, b: bigint) =>
        b === 0n ? 0n : (a * 1000n) / b + (((a * 1000n) % b) * 2n >= b ? 1n : 0n);
      const expected = Number(reference(BigInt(part), BigInt(whole))) / 10;
      expect(percent(part, whole)).toBe(expected);
      expect(percent(BigInt(part), BigInt(whole))).toBe(expected);
    }),
  );
});

test('R01 only counts have percentages', () => {
  for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(() => percent(bad, 10)).toThrow(RangeError);
    expect(() => percent(10, bad)).toThrow(RangeError);
  }
  expect(() => percent(-1n, 10)).toThrow(RangeError);
});
