import {
  type DivisorAllocation,
  type DivisorDistrict,
  type DivisorSequence,
  divisorMethod,
} from './divisor-method.ts';

/** 1, 3, 5 … */
export const sainteLagueDivisors: DivisorSequence = (won) => 2 * won + 1;

/**
 * Sainte-Laguë (Webster): quotients votes / 1, 3, 5 … Favours neither large nor small lists. Source: A. Sainte-Laguë,
 * La représentation proportionnelle et la méthode des moindres carrés (1910); in law for example BWahlG (Germany) § 4.
 */
export const sainteLague = (district: DivisorDistrict): DivisorAllocation =>
  divisorMethod(sainteLagueDivisors, district);
