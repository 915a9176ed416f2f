import { type DivisorAllocation, divisorMethod } from './divisor-method.ts';
import { sainteLagueDivisors } from './divisors.ts';
import type { SeatDistrict } from './seat-district.ts';

/**
 * Sainte-Laguë (Webster): quotients votes / 1, 3, 5 … Favours neither large nor small lists. Source: A. Sainte-Laguë,
 * La représentation proportionnelle et la méthode des moindres carrés (1910); in law for example BWahlG (Germany) § 4.
 */
export const sainteLague = (district: SeatDistrict): DivisorAllocation =>
  divisorMethod(sainteLagueDivisors, district);
