import { type DivisorAllocation, divisorMethod } from './divisor-method.ts';
import { dHondtDivisors } from './divisors.ts';
import type { SeatDistrict } from './seat-district.ts';

/**
 * D'Hondt (Jefferson): quotients votes / 1, 2, 3 … Favours large lists a little; never gives a list fewer seats
 * than its quota rounded down. Source: V. D'Hondt, Système pratique et raisonné de représentation proportionnelle
 * (1882); in law for example LOREG (Spain) art. 163.
 */
export const dHondt = (district: SeatDistrict): DivisorAllocation => divisorMethod(dHondtDivisors, district);
