import type { Amount } from '../../exact/amount.ts';
import type { Divisors } from '../divisors.ts';

/** Seats of every list in every district when both the districts' and the lists' totals are fixed. */
export interface BiproportionalElection {
  /** Per district, per list its votes there. A list without votes in a district cannot have seats in it. */
  readonly votes: readonly (readonly number[])[];
  readonly districtSeats: readonly number[];
  /** Adds up to the same as `districtSeats`. */
  readonly listSeats: readonly number[];
  /** The rounding: default `standardRounding`, that of Sainte-Laguë. Its power must be 1 and its first divisor above 0. */
  readonly divisors?: Divisors | undefined;
  /** Cells in the order in which they were drawn; settles a tie among the cells that it names: whoever is drawn first has the seat. */
  readonly lot?: readonly Cell[] | undefined;
}

export interface Cell {
  readonly district: number;
  readonly list: number;
}

/** Cells among which votes do not decide: each has `least` seats or one more, and all of a tie hang together. */
export interface BiproportionalTie {
  readonly cells: readonly (Cell & { readonly least: number })[];
}

export interface Biproportional {
  /** Per district, per list; of tied cells the seats that are certain. */
  readonly seats: number[][];
  readonly ties: BiproportionalTie[];
  /** votes / (district divisor × list divisor) rounds to the seats. null while a tie is open. */
  readonly divisors: { readonly districts: Amount[]; readonly lists: Amount[] } | null;
}

/** Why no seats fit: these lists are due more seats than the districts in which they have votes can give them. */
export interface Impossible {
  readonly kind: 'impossible';
  readonly lists: number[];
  readonly districts: number[];
  readonly message: string;
}
