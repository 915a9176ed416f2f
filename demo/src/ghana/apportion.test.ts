import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from './apportion.ts';

const sum = (values: Iterable<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

test('the largest remainders get the seats that are left', () => {
  expect([...apportion({ total: 10, weights: [47, 16, 15.8, 12, 6.1, 3.1] })]).toEqual([5, 2, 1, 1, 1, 0]);
});

test('parts add up to the total and lie within one of their exact share', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(weights, fc.nat(5_000_000), (list, total) => {
      const parts = apportion({ total, weights: list });
      expect(sum(parts)).toBe(total);
      for (const [i, weight] of list.entries())
        expect(Math.abs(parts[i]! - (total * weight) / sum(list))).toBeLessThan(1.001);
    }),
  );
});

test('no part exceeds its cap, and what it leaves goes to the others', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.nat(500)), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(places, fc.double({ min: 0, max: 1, noNaN: true }), (list, fill) => {
      const caps = list.map(([, cap]) => cap);
      const total = Math.floor(sum(caps) * fill);
      const parts = apportion({ total, weights: list.map(([weight]) => weight), caps });
      expect(sum(parts)).toBe(total);
      for (const [i, part] of parts.entries()) expect(part).toBeLessThanOrEqual(caps[i]!);
    }),
  );
});

test('caps below the total are a bug of the caller', () => {
  expect(() => apportion({ total: 5, weights: [1, 1], caps: [2, 2] })).toThrow('caps leave no room');
});
