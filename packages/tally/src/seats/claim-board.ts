// The next claim of each choice. Quotients in floating point find the few that may be the largest; whole numbers decide among those.
import type { Fraction } from '../exact/fraction.ts';
import { type Claim, compareClaims, type Divisors } from './divisors.ts';
import { hasRoom, type SeatDistrict } from './seat-district.ts';

export interface ClaimBoard {
  /** Every choice whose claim is the largest, in ballot order; empty when nobody has room. */
  readonly highest: () => number[];
  /** Gives a choice the seat that it claims, and returns the divisor of that claim. */
  readonly take: (choice: number) => Fraction;
}

/**
 * Four roundings stand between a claim and its quotient at most (a square, a product, a quotient, and the bound itself), each of
 * 2⁻⁵³; what is smaller by more than 2⁻⁴⁸ is smaller.
 */
const surelyLess = 1 - 2 ** -48;

/** No votes and no room: below every claim. */
const none = -1;

export const createClaimBoard = (
  divisors: Divisors,
  district: SeatDistrict,
  { seats, able }: { readonly seats: number[]; readonly able: readonly number[] },
): ClaimBoard => {
  const { votes } = district;
  const { power, at } = divisors;
  const next: Fraction[] = [];
  const quotients: number[] = [];
  const claimNext = (i: number, won: number): void => {
    const choice = able[i]!;
    const divisor = at(won);
    next[i] = divisor;
    quotients[i] = hasRoom(district, choice, won) ? quotientOf(power, votes[choice]!, divisor) : none;
  };
  for (let i = 0; i < able.length; i++) claimNext(i, seats[able[i]!]!);
  const claimOf = (i: number): Claim => ({ votes: votes[able[i]!]!, divisor: next[i]! });
  const equalTo = (lead: number): number[] => {
    const bound = quotients[lead]! * surelyLess;
    let best = [lead];
    for (let i = 0; i < quotients.length; i++) {
      if (i === lead || quotients[i]! < bound) continue;
      const order = compareClaims(power, claimOf(i), claimOf(best[0]!));
      if (order > 0) best = [i];
      else if (order === 0) best.push(i);
    }
    return best.sort((a, b) => a - b).map((i) => able[i]!);
  };
  return {
    highest() {
      let lead = -1;
      let most = none;
      let second = none;
      for (let i = 0; i < quotients.length; i++) {
        const quotient = quotients[i]!;
        if (quotient > most) {
          second = most;
          most = quotient;
          lead = i;
        } else if (quotient > second) second = quotient;
      }
      if (lead < 0) return [];
      return second < most * surelyLess ? [able[lead]!] : equalTo(lead);
    },
    take(choice) {
      const i = able.indexOf(choice);
      const taken = next[i]!;
      const won = seats[choice]! + 1;
      seats[choice] = won;
      claimNext(i, won);
      return taken;
    },
  };
};

/** Infinite where the divisor is 0. */
const quotientOf = (power: 1 | 2, votes: number, { numerator, denominator }: Fraction): number =>
  ((power === 1 ? votes : votes * votes) * denominator) / numerator;
