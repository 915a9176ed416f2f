import { emptyTally, type Tally } from './tally.ts';

/**
 * A tally moved by a delta, exactly. Throws RangeError when the two have different widths or a figure would
 * leave the safe integers (which four million sheets of the largest figures cannot do).
 */
export const addDelta = (tally: Tally, delta: Tally): Tally => {
  if (tally.votes.length !== delta.votes.length) {
    throw new RangeError(`${delta.votes.length} vote figures added to ${tally.votes.length}`);
  }
  return {
    votes: tally.votes.map((count, i) => add(count, delta.votes[i]!)),
    rejected: add(tally.rejected, delta.rejected),
    cast: add(tally.cast, delta.cast),
    registered: add(tally.registered, delta.registered),
    stations: add(tally.stations, delta.stations),
  };
};

/** The sum of tallies or deltas of one width; none give the empty tally. */
export const sumTallies = (tallies: Iterable<Tally>, width: number): Tally => {
  let sum = emptyTally(width);
  for (const tally of tallies) sum = addDelta(sum, tally);
  return sum;
};

const add = (a: number, b: number): number => {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${a} + ${b} is no safe integer`);
  return sum;
};
