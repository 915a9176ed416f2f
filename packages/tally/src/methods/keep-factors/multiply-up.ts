/** One, as keep factors and the weights of ballots are held: nine decimals. */
export const one = 1_000_000_000;

/**
 * a × b to nine decimals, rounded up, exactly; both in units of 10⁻⁹, at most 2.
 *
 * The quotient of doubles is off by one at most, which the remainder tells: it is small, so 32 bits of the products suffice. BigInt
 * would take thirty times as long, and this is what a count by Meek's method does most.
 */
export const multiplyUp = (a: number, b: number): number => {
  if (a === one) return b;
  if (b === one) return a;
  const quotient = Math.floor((a * b) / one);
  const rest = (Math.imul(a, b) - Math.imul(quotient, one)) | 0;
  if (rest <= 0) return rest <= -one ? quotient - 1 : quotient;
  return rest <= one ? quotient + 1 : quotient + 2;
};
