import {
  type DivisorAllocation,
  type DivisorDistrict,
  type DivisorSequence,
  divisorMethod,
} from './divisor-method.ts';

/** 1, 2, 3 … */
export const dHondtDivisors: DivisorSequence = (won) => won + 1;

/**
 * D'Hondt (Jefferson): quotients votes / 1, 2, 3 … Favours large lists a little; never gives a list fewer seats
 * than its quota rounded down. Source: V. D'Hondt, Système pratique et raisonné de représentation proportionnelle
 * (1882); in law for example LOREG (Spain) art. 163.
 */
export const dHondt = (district: DivisorDistrict): DivisorAllocation =>
  divisorMethod(dHondtDivisors, district);
