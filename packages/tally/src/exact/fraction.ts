import { compareProducts } from './compare-products.ts';

/** An exact share such as 3/100: 0 ≤ numerator, 0 < denominator, both safe integers. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** `hundredths(3)` is three per cent. For half a per cent write `{ numerator: 5, denominator: 1000 }`. */
export const hundredths = (numerator: number): Fraction => ({ numerator, denominator: 100 });

/** The sign of part/whole − fraction, exactly. A whole of 0 counts as a share of 0. Throws RangeError on a fraction that is none. */
export const compareShare = (part: number, whole: number, fraction: Fraction): -1 | 0 | 1 => {
  const { numerator, denominator } = fraction;
  if (!Number.isSafeInteger(numerator) || numerator < 0) throw new RangeError(`numerator ${numerator}`);
  if (!Number.isSafeInteger(denominator) || denominator < 1)
    throw new RangeError(`denominator ${denominator}`);
  if (whole === 0) return numerator === 0 ? 0 : -1;
  return compareProducts([part, denominator], [numerator, whole]);
};
