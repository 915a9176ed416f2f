import type { Fraction } from './fraction.ts';
import { divideRounded, type Rounding } from './rounding.ts';

/** An exact number in lowest terms, denominator above 0: equal values are equal objects. Plain data, so that it can be cloned. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** numerator / denominator in lowest terms. Throws RangeError on a denominator of 0, or a number that is not whole. */
export const rational = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => {
  let above = BigInt(numerator);
  let below = BigInt(denominator);
  if (below === 0n) throw new RangeError(`${numerator} / 0`);
  if (below < 0n) [above, below] = [-above, -below];
  if (below === 1n) return { numerator: above, denominator: below };
  const divisor = greatestCommonDivisor(above < 0n ? -above : above, below);
  return { numerator: above / divisor, denominator: below / divisor };
};

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };

export const fromFraction = ({ numerator, denominator }: Fraction): Rational =>
  rational(numerator, denominator);

export const plus = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? rational(a.numerator + b.numerator, a.denominator)
    : rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const minus = (a: Rational, b: Rational): Rational => plus(a, negative(b));

export const negative = ({ numerator, denominator }: Rational): Rational => ({
  numerator: -numerator,
  denominator,
});

export const times = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** a / b. Throws RangeError when b is 0. */
export const over = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** The sign of a − b: -1, 0 or 1. */
export const compareRational = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/** The value as a whole number, rounded as stated. */
export const wholeOf = ({ numerator, denominator }: Rational, rounding: Rounding): bigint =>
  divideRounded(numerator, denominator, rounding);

/** The value with `places` decimal places, rounded as stated. */
export const roundTo = (value: Rational, places: number, rounding: Rounding): Rational => {
  const unit = 10n ** BigInt(places);
  return rational(divideRounded(value.numerator * unit, value.denominator, rounding), unit);
};

/** The nearest double, for drawing; never for deciding. */
export const toNumber = ({ numerator, denominator }: Rational): number => {
  const whole = numerator / denominator;
  return Number(whole) + Number(numerator % denominator) / Number(denominator);
};

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) {
    // Below 53 bits the remainder of doubles is exact and several times faster.
    if (larger <= safe && smaller <= safe) return BigInt(smallDivisor(Number(larger), Number(smaller)));
    [larger, smaller] = [smaller, larger % smaller];
  }
  return larger;
};

const safe = BigInt(Number.MAX_SAFE_INTEGER);

const smallDivisor = (a: number, b: number): number => {
  let [larger, smaller] = [a, b];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
};
