import { multiplyDivide, type Rounding } from './rounding.ts';

/**
 * Decimals with a fixed number of places, each held as a whole number of units (12.34567 with five places is 1,234,567 units),
 * as statutes of counting define them. Units are safe integers, zero or more; what leaves that range throws RangeError.
 */
export interface FixedPoint {
  readonly places: number;
  /** Units in 1: 10 to the power of `places`. */
  readonly unit: number;
  /** A whole number in units. */
  readonly of: (whole: number) => number;
  /** Product of two values in units, rounded as stated. */
  readonly multiply: (a: number, b: number, rounding: Rounding) => number;
  /** Quotient of two values in units, rounded as stated. */
  readonly divide: (a: number, b: number, rounding: Rounding) => number;
  /** Decimal text with exactly `places` places: `12.34567`. */
  readonly format: (units: number) => string;
}

/** Arithmetic with `places` decimal places, 0 to 15. */
export const fixedPoint = (places: number): FixedPoint => {
  if (!Number.isInteger(places) || places < 0 || places > 15) throw new RangeError(`${places} places`);
  const unit = 10 ** places;
  return {
    places,
    unit,
    of: (whole) => multiplyDivide(whole, unit, { by: 1, rounding: 'down' }),
    multiply: (a, b, rounding) => multiplyDivide(a, b, { by: unit, rounding }),
    divide: (a, b, rounding) => multiplyDivide(a, unit, { by: b, rounding }),
    format: (units) => formatUnits(units, places),
  };
};

/** Units of 10 to the power of −places as decimal text with exactly that many places; below zero with a minus sign. */
export const formatUnits = (units: number | bigint, places: number): string => {
  const negative = units < 0;
  const digits = String(negative ? -units : units).padStart(places + 1, '0');
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative ? `-${text}` : text;
};
