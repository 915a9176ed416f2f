import { formatUnits } from './fixed-point.ts';
import { type Rational, rational } from './rational.ts';

/**
 * A quantity of votes as exact text, as reports hold it: `1234`, `-0.50000`, or `2/3` where no decimal is exact.
 * Text survives JSON and workers unharmed, and a golden case can be read by people.
 */
export type Amount = string;

/** A whole number, a number of units of 10⁻ᵖˡᵃᶜᵉˢ, or a rational as text. */
export const amount = (value: number | bigint | Rational, places = 0): Amount => {
  if (typeof value !== 'object') return formatUnits(value, places);
  const { numerator, denominator } = value;
  const decimals = exactPlaces(denominator);
  if (decimals === null) return `${numerator}/${denominator}`;
  return formatUnits((numerator * 10n ** BigInt(decimals)) / denominator, decimals);
};

/** The fewest decimal places that write 1/denominator exactly; null where none do. */
const exactPlaces = (denominator: bigint): number | null => {
  let rest = denominator;
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n; twos++) rest /= 2n;
  for (; rest % 5n === 0n; fives++) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : null;
};

/** The exact value of an amount, or of any plain decimal; null when the text is neither. */
export const parseAmount = (text: string): Rational | null => {
  const match = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, sign, whole, decimals = '', denominator] = match;
  if (denominator !== undefined) {
    if (/^0+$/.test(denominator)) return null;
    return rational(BigInt(`${sign}${whole}`), BigInt(denominator));
  }
  const units = BigInt(`${whole}${decimals}`);
  return rational(sign === '-' ? -units : units, 10n ** BigInt(decimals.length));
};
