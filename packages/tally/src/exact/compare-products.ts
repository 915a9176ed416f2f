/**
 * The sign of a × b − c × d, exactly: -1, 0 or 1. All four are safe integers, zero or more.
 *
 * Comparing a/d with c/b this way needs no division, hence no rounding. The products of real elections fit
 * into 53 bits; BigInt, some thirty times slower, is only asked when they do not.
 */
export const compareProducts = ([a, b]: Factors, [c, d]: Factors): -1 | 0 | 1 => {
  const left = a * b;
  const right = c * d;
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return sign(left, right);
  return sign(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d));
};

/** Two numbers to be multiplied. */
export type Factors = readonly [number, number];

const sign = <N extends number | bigint>(left: N, right: N): -1 | 0 | 1 => {
  if (left === right) return 0;
  return left < right ? -1 : 1;
};
