/**
 * What a division that does not come out does with the rest: `down` cuts it off (toward zero), `up` goes to the next unit
 * (away from zero), `half-up` rounds to the nearest with halves away from zero, `half-even` with halves to the even one.
 */
export type Rounding = 'down' | 'up' | 'half-up' | 'half-even';

/** numerator / denominator as a whole number, rounded as stated. Throws RangeError when the denominator is not above 0. */
export const divideRounded = (numerator: bigint, denominator: bigint, rounding: Rounding): bigint => {
  if (denominator <= 0n) throw new RangeError(`division by ${denominator}`);
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return quotient;
  const away = numerator < 0n ? quotient - 1n : quotient + 1n;
  const twice = 2n * (rest < 0n ? -rest : rest);
  return roundsAway(rounding, compare(twice, denominator), quotient % 2n !== 0n) ? away : quotient;
};

/**
 * a × b / c as a whole number, rounded once from the exact quotient. All are safe integers, a and b zero or more, c above 0.
 *
 * BigInt, some thirty times slower, is only asked when the product exceeds 53 bits. Throws RangeError when the result does.
 */
export const multiplyDivide = (a: number, b: number, { by, rounding }: Division): number => {
  if (!(by > 0)) throw new RangeError(`division by ${by}`);
  const product = a * b;
  if (product > Number.MAX_SAFE_INTEGER) {
    const exact = Number(divideRounded(BigInt(a) * BigInt(b), BigInt(by), rounding));
    if (exact > Number.MAX_SAFE_INTEGER) throw new RangeError(`${a} × ${b} / ${by} exceeds 53 bits`);
    return exact;
  }
  const rest = product % by;
  const quotient = (product - rest) / by;
  if (rest === 0) return quotient;
  // 2 × rest may exceed 53 bits where by does; rest against by − rest does not.
  return roundsAway(rounding, compare(rest, by - rest), quotient % 2 !== 0) ? quotient + 1 : quotient;
};

/** The divisor, and what happens to the rest. */
export interface Division {
  readonly by: number;
  readonly rounding: Rounding;
}

const roundsAway = (rounding: Rounding, restToHalf: -1 | 0 | 1, odd: boolean): boolean => {
  switch (rounding) {
    case 'down':
      return false;
    case 'up':
      return true;
    case 'half-up':
      return restToHalf >= 0;
    case 'half-even':
      return restToHalf > 0 || (restToHalf === 0 && odd);
  }
};

const compare = <N extends number | bigint>(a: N, b: N): -1 | 0 | 1 => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
