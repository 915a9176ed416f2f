// Bundesgesetz über die politischen Rechte (Switzerland, SR 161.1), art. 40 and 41.
import { over, type Rational, rational, wholeOf } from '../exact/rational.ts';
import { type DivisorAllocation, giveHighest } from './divisor-method.ts';
import { dHondtDivisors } from './divisors.ts';
import { quotaOf } from './quotas.ts';
import { readDistrict, type SeatDistrict } from './seat-district.ts';

export interface QuotaThenAverages extends DivisorAllocation {
  /** The next whole number above votes / (seats + 1); null where nobody may have a seat. */
  readonly quota: Rational | null;
  /** Per choice the seats for whole quotas; `awards` are those after them. */
  readonly full: number[];
}

/**
 * Hagenbach-Bischoff: a seat for every whole quota, then the largest votes / (seats + 1) one by one. It gives the same seats as
 * D'Hondt by fewer divisions. Ties that the Swiss law goes on to break by remainders, votes and candidates are reported.
 */
export const hagenbachBischoff = (district: SeatDistrict): QuotaThenAverages => {
  const { able, excluded } = readDistrict(district);
  const { votes, seats: house, atMost } = district;
  const total = able.reduce((sum, choice) => sum + votes[choice]!, 0);
  const quota = able.length === 0 || house === 0 ? null : quotaOf('droop', total, house);
  const full = votes.map((count, choice) => {
    if (quota === null || !able.includes(choice)) return 0;
    const bought = Number(wholeOf(over(rational(count), quota), 'down'));
    return Math.min(bought, atMost?.[choice] ?? bought);
  });
  const left = house - full.reduce((sum, seats) => sum + seats, 0);
  const rest = giveHighest(dHondtDivisors, district, { seats: full, able, left });
  const { seats, tie, awards } = rest;
  return { seats, tie, excluded, unallocated: tie === null ? rest.left : 0, awards, quota, full };
};
