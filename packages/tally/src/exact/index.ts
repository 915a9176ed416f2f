export { type Amount, amount, parseAmount } from './amount.ts';
export { compareProducts } from './compare-products.ts';
export { type FixedPoint, fixedPoint, formatUnits } from './fixed-point.ts';
export { compareShare, type Fraction, hundredths } from './fraction.ts';
export {
  compareRational,
  fromFraction,
  minus,
  negative,
  one,
  over,
  plus,
  type Rational,
  rational,
  roundTo,
  times,
  toNumber,
  wholeOf,
  zero,
} from './rational.ts';
export { type Division, divideRounded, multiplyDivide, type Rounding } from './rounding.ts';
