import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divideRounded, multiplyDivide, type Rounding } from './rounding.ts';

const roundings: Rounding[] = ['down', 'up', 'half-up', 'half-even'];

test.each([
  ['down', [2n, 2n, 2n, -2n, -2n]],
  ['up', [3n, 3n, 3n, -3n, -3n]],
  ['half-up', [2n, 3n, 3n, -3n, -3n]],
  ['half-even', [2n, 2n, 3n, -2n, -3n]],
] as const)('X04 %s of 2.4, 2.5, 2.6, −2.5, −2.6', (rounding, expected) => {
  expect([24n, 25n, 26n, -25n, -26n].map((tenths) => divideRounded(tenths, 10n, rounding))).toEqual(expected);
});

test('X04 half-even of 3.5 is 4', () => {
  expect(divideRounded(35n, 10n, 'half-even')).toBe(4n);
  expect(multiplyDivide(7, 5, { by: 10, rounding: 'half-even' })).toBe(4);
});

test('X05 as BigInt says, or an error', () => {
  const natural = fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: Number.MAX_SAFE_INTEGER }));
  fc.assert(
    fc.property(natural, natural, natural, fc.constantFrom(...roundings), (a, b, c, rounding) => {
      const exact = divideRounded(BigInt(a) * BigInt(b), BigInt(c + 1 || 1), rounding);
      const run = () => multiplyDivide(a, b, { by: c + 1, rounding });
      if (c === Number.MAX_SAFE_INTEGER) return;
      if (exact > BigInt(Number.MAX_SAFE_INTEGER)) expect(run).toThrow(RangeError);
      else expect(BigInt(run())).toBe(exact);
    }),
    { numRuns: 2000 },
  );
  expect(() => multiplyDivide(1, 1, { by: 0, rounding: 'down' })).toThrow(RangeError);
});
