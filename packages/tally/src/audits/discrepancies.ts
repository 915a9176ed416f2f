import type { Pair } from './reported-contest.ts';
import type { Discrepancies } from './super-simple.ts';

/** A ballot of a comparison audit: the choices that its record and the hand give it. */
export interface ComparedBallot {
  /** null where no record belongs to the paper. */
  readonly record: readonly number[] | null;
  /** null where the paper was not found. */
  readonly hand: readonly number[] | null;
  /** How often it was drawn; default 1. */
  readonly times?: number | undefined;
}

/**
 * By how many votes the record overstates a margin, of several pairs the worst: 2 to −2. A paper or a record that is missing counts as 2,
 * as nothing is known of it.
 */
export const overstatedBy = (pairs: readonly Pair[], { record, hand }: ComparedBallot): number => {
  if (record === null || hand === null) return 2;
  const lead = (votes: readonly number[], { winner, loser }: Pair): number =>
    Number(votes.includes(winner)) - Number(votes.includes(loser));
  return Math.max(...pairs.map((pair) => lead(record, pair) - lead(hand, pair)));
};

/** All discrepancies of a sample; for several pairs, each ballot by the worst of them, so that all are proved together. */
export const countDiscrepancies = (
  pairs: readonly Pair[],
  ballots: readonly ComparedBallot[],
): Discrepancies => {
  const found = { over1: 0, over2: 0, under1: 0, under2: 0 };
  for (const ballot of ballots) {
    const by = overstatedBy(pairs, ballot);
    const times = ballot.times ?? 1;
    if (by === 2) found.over2 += times;
    else if (by === 1) found.over1 += times;
    else if (by === -1) found.under1 += times;
    else if (by === -2) found.under2 += times;
  }
  return found;
};
