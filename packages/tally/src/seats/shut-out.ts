import { compareShare, type Fraction } from '../exact/fraction.ts';
import { sumVotes } from '../sheets/sheet-figures.ts';

/** A hurdle that laws put before seats: a share of the votes, somewhere. */
export interface Hurdle {
  /** Per choice its votes there: in the nation, or in one district. */
  readonly votes: readonly number[];
  /** The least share that passes: reaching it exactly is enough. */
  readonly share: Fraction;
  /** What the share is taken of; default the sum of `votes`. */
  readonly base?: number | undefined;
}

export interface Hurdles {
  /** As many as the law knows, such as one national and one of the district. */
  readonly hurdles: readonly Hurdle[];
  /** `all`: every hurdle must be passed; `any`: one is enough, as in Poland's or Sweden's law for strong regional lists. */
  readonly needed: 'all' | 'any';
  /** So many seats won otherwise pass by themselves: three constituencies in Germany (BWahlG § 4), one electorate in New Zealand. */
  readonly orSeats?: { readonly least: number; readonly won: readonly number[] } | undefined;
  /** Choices that no hurdle stops, such as lists of national minorities. */
  readonly exempt?: readonly number[] | undefined;
}

/** The choices that may have no seats, in ballot order: what `SeatDistrict.barred` takes. */
export const shutOut = ({ hurdles, needed, orSeats, exempt = [] }: Hurdles): number[] => {
  const choices = Math.max(0, ...hurdles.map(({ votes }) => votes.length));
  const passes = (choice: number): boolean => {
    if (exempt.includes(choice)) return true;
    if (orSeats !== undefined && (orSeats.won[choice] ?? 0) >= orSeats.least) return true;
    const passed = hurdles.map((hurdle) => passesOne(hurdle, choice));
    return needed === 'all' ? passed.every(Boolean) : passed.some(Boolean);
  };
  return Array.from({ length: choices }, (_, choice) => choice).filter((choice) => !passes(choice));
};

const passesOne = ({ votes, share, base }: Hurdle, choice: number): boolean =>
  compareShare(votes[choice] ?? 0, base ?? sumVotes(votes), share) >= 0;
