import type { Allocation } from './allocation.ts';
import { dHondt } from './d-hondt.ts';
import { divisorMethod } from './divisor-method.ts';
import {
  adamsDivisors,
  type Divisors,
  danishDivisors,
  deanDivisors,
  huntingtonHillDivisors,
  imperialiDivisors,
  modifiedSainteLagueDivisors,
} from './divisors.ts';
import { hagenbachBischoff } from './hagenbach-bischoff.ts';
import { largestRemainder } from './largest-remainder.ts';
import type { QuotaName } from './quotas.ts';
import { sainteLague } from './sainte-lague.ts';
import type { SeatDistrict } from './seat-district.ts';

/** A way to turn the votes of lists into seats. */
export interface SeatMethod {
  readonly title: string;
  readonly family: 'highest averages' | 'largest remainders';
  readonly apportion: (district: SeatDistrict) => Allocation;
}

const byDivisors = (title: string, divisors: Divisors): SeatMethod => ({
  title,
  family: 'highest averages',
  apportion: (district) => divisorMethod(divisors, district),
});

const byRemainders = (title: string, quota: QuotaName): SeatMethod => ({
  title,
  family: 'largest remainders',
  apportion: (district) => largestRemainder(quota, district),
});

/** Every method by the name that commands and files use. */
export const seatMethods = {
  'd-hondt': { title: 'D’Hondt (Jefferson)', family: 'highest averages', apportion: dHondt },
  'sainte-lague': { title: 'Sainte-Laguë (Webster)', family: 'highest averages', apportion: sainteLague },
  'sainte-lague-1.4': byDivisors(
    'Modified Sainte-Laguë, first divisor 1.4',
    modifiedSainteLagueDivisors({ numerator: 7, denominator: 5 }),
  ),
  'sainte-lague-1.2': byDivisors(
    'Modified Sainte-Laguë, first divisor 1.2',
    modifiedSainteLagueDivisors({ numerator: 6, denominator: 5 }),
  ),
  'hagenbach-bischoff': {
    title: 'Hagenbach-Bischoff',
    family: 'highest averages',
    apportion: hagenbachBischoff,
  },
  'huntington-hill': byDivisors('Huntington-Hill', huntingtonHillDivisors),
  adams: byDivisors('Adams', adamsDivisors),
  dean: byDivisors('Dean', deanDivisors),
  danish: byDivisors('Danish', danishDivisors),
  imperiali: byDivisors('Imperiali, highest averages', imperialiDivisors),
  'hare-remainder': byRemainders('Largest remainder, Hare (Hamilton)', 'hare'),
  'droop-remainder': byRemainders('Largest remainder, Droop', 'droop'),
  'hagenbach-bischoff-remainder': byRemainders('Largest remainder, Hagenbach-Bischoff', 'hagenbach-bischoff'),
  'imperiali-remainder': byRemainders('Largest remainder, Imperiali', 'imperiali'),
} as const satisfies Record<string, SeatMethod>;

export type SeatMethodName = keyof typeof seatMethods;
