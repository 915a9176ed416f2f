import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amount, parseAmount } from './amount.ts';
import { fixedPoint, formatUnits } from './fixed-point.ts';
import { rational } from './rational.ts';

test('X06 units print with exactly their places and read back', () => {
  expect(formatUnits(1_234_567, 5)).toBe('12.34567');
  expect(formatUnits(7, 5)).toBe('0.00007');
  expect(formatUnits(-7, 2)).toBe('-0.07');
  expect(formatUnits(12, 0)).toBe('12');
  fc.assert(
    fc.property(fc.bigInt(), fc.nat({ max: 15 }), (units, places) => {
      expect(parseAmount(formatUnits(units, places))).toEqual(rational(units, 10n ** BigInt(places)));
    }),
  );
});

test('X06 a rational prints as a decimal where one is exact, else as a fraction, and reads back', () => {
  expect(amount(rational(101, 2))).toBe('50.5');
  expect(amount(rational(-1, 40))).toBe('-0.025');
  expect(amount(rational(2, 3))).toBe('2/3');
  expect(amount(rational(4, 2))).toBe('2');
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (a, b) => {
      expect(parseAmount(amount(rational(a, b)))).toEqual(rational(a, b));
    }),
  );
});

test.each(['', '1.', '.5', '1/0', '1e3', ' 1', '--1', '1/2/3'])('X06 %j is no amount', (text) => {
  expect(parseAmount(text)).toBeNull();
});

test('X06 fixed point multiplies and divides in units', () => {
  const five = fixedPoint(5);
  expect(five.divide(five.of(1), five.of(3), 'down')).toBe(33_333);
  expect(five.divide(five.of(2), five.of(3), 'half-up')).toBe(66_667);
  expect(five.multiply(five.of(7), 33_333, 'down')).toBe(233_331);
  expect(five.format(233_331)).toBe('2.33331');
  expect(() => fixedPoint(16)).toThrow(RangeError);
  expect(() => five.of(Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
});
