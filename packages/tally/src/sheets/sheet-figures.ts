/** What one result form says. All figures are whole numbers from 0 to 2³¹ − 1; `checkSheet` finds those that are not. */
export interface SheetFigures {
  /** Valid votes, one figure a choice, in ballot order of the contest. */
  readonly votes: readonly number[];
  /** Ballots found in the box that count for nobody. */
  readonly rejected: number;
  /** Ballots found in the box. */
  readonly cast: number;
  /** People who may vote here. */
  readonly registered: number;
}

/** The largest figure a sheet may carry: what an `integer` of PostgreSQL holds. */
export const largestFigure = 2 ** 31 - 1;

export const sumVotes = (votes: readonly number[]): number => {
  let sum = 0;
  for (const count of votes) sum += count;
  return sum;
};
