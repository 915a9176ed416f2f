import { compareProducts } from '../exact/compare-products.ts';
import type { Fraction } from '../exact/fraction.ts';

/**
 * A highest-averages method: a choice with `won` seats claims the next one with votesᵖᵒʷᵉʳ / at(won). Divisors rise
 * strictly; one of 0 is a claim above all others, and among such claims more votes go first (Balinski and Young, Fair
 * Representation, 2nd edition 2001, appendix A).
 */
export interface Divisors {
  /** 2 where divisors are square roots, which no fraction holds: votes and divisors are then compared by their squares. */
  readonly power: 1 | 2;
  readonly at: (won: number) => Fraction;
}

const whole = (at: (won: number) => number): Divisors => ({
  power: 1,
  at: (won) => ({ numerator: at(won), denominator: 1 }),
});

/** 1, 2, 3 … */
export const dHondtDivisors: Divisors = whole((won) => won + 1);

/** 1, 3, 5 … */
export const sainteLagueDivisors: Divisors = whole((won) => 2 * won + 1);

/** 1/2, 3/2, 5/2 …: as Sainte-Laguë's, and the borders of rounding themselves: votes / divisor rounds to the seats. */
export const standardRounding: Divisors = {
  power: 1,
  at: (won) => ({ numerator: 2 * won + 1, denominator: 2 }),
};

/** `first`, 3, 5 …: 7/5 in Norway (valgloven § 11-4) and in Sweden until 2014, 6/5 in Sweden since (vallagen 14 kap. 3 §). */
export const modifiedSainteLagueDivisors = (first: Fraction): Divisors => ({
  power: 1,
  at: (won) => (won === 0 ? first : { numerator: 2 * won + 1, denominator: 1 }),
});

/** 1, 4, 7 …, for the seats of regions within Denmark (folketingsvalgloven § 79). */
export const danishDivisors: Divisors = whole((won) => 3 * won + 1);

/** 0, 1, 2 …: every choice with votes gets a seat first. J. Q. Adams, 1832. */
export const adamsDivisors: Divisors = whole((won) => won);

/** Harmonic means of neighbours: 0, 4/3, 12/5 … J. Dean, 1832. */
export const deanDivisors: Divisors = {
  power: 1,
  at: (won) => ({ numerator: 2 * won * (won + 1), denominator: 2 * won + 1 }),
};

/** Geometric means of neighbours: 0, √2, √6 …, for the House of Representatives of the United States (2 U.S.C. § 2a). */
export const huntingtonHillDivisors: Divisors = {
  power: 2,
  at: (won) => ({ numerator: won * (won + 1), denominator: 1 }),
};

/** 2, 3, 4 …, for Belgian municipalities (Code de la démocratie locale, art. L4145-6). */
export const imperialiDivisors: Divisors = whole((won) => won + 2);

/** What a choice puts forward for its next seat. */
export interface Claim {
  readonly votes: number;
  readonly divisor: Fraction;
}

/** The sign of a's claim − b's, exactly: -1, 0 or 1. */
export const compareClaims = (power: 1 | 2, a: Claim, b: Claim): -1 | 0 | 1 => {
  if (a.divisor.numerator === 0 || b.divisor.numerator === 0) {
    if (a.divisor.numerator !== b.divisor.numerator) return a.divisor.numerator === 0 ? 1 : -1;
    return compareProducts([a.votes, 1], [b.votes, 1]);
  }
  if (power === 1 && a.divisor.denominator === 1 && b.divisor.denominator === 1)
    return compareProducts([a.votes, b.divisor.numerator], [b.votes, a.divisor.numerator]);
  const left = crossProduct(power, a, b);
  const right = crossProduct(power, b, a);
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

const crossProduct = (power: 1 | 2, { votes, divisor }: Claim, other: Claim): bigint =>
  BigInt(votes) ** BigInt(power) * BigInt(divisor.denominator) * BigInt(other.divisor.numerator);
