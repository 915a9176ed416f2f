// P. B. Stark, Efficient Post-Election Audits of Multiple Contests: 2009 California Tests, CELS 2009 (MACRO: maximum across-contest
// relative overstatement), with the Kaplan-Markov bound and sampling in proportion to the error bound.
import { type Pair, pairsOf, type ReportedContest } from './reported-contest.ts';

export interface AuditedContest extends ReportedContest {
  /** Per batch, per choice the reported votes; they add up to `votes`. */
  readonly batches: readonly (readonly number[])[];
}

/** Per batch, the most by which its errors can overstate any margin, as a share of that margin. `ballots`: per batch, its ballots. */
export const errorBounds = (contests: readonly AuditedContest[], ballots: readonly number[]): number[] =>
  ballots.map((size, batch) =>
    Math.max(
      0,
      ...contests.flatMap((contest) =>
        pairsOf(contest).map(
          (pair) => (leadIn(contest.batches[batch]!, pair) + size) / marginOf(contest, pair),
        ),
      ),
    ),
  );

/** The most by which a batch's hand count shows any margin to be overstated, as a share of that margin. */
export const overstatement = (
  contests: readonly AuditedContest[],
  {
    batch,
    counted,
  }: {
    readonly batch: number /** Per contest, per choice. */;
    readonly counted: readonly (readonly number[])[];
  },
): number =>
  Math.max(
    ...contests.flatMap((contest, at) =>
      pairsOf(contest).map((pair) => {
        const difference = leadIn(contest.batches[batch]!, pair) - leadIn(counted[at]!, pair);
        return difference / marginOf(contest, pair);
      }),
    ),
  );

/** The measured risk after batches were drawn with replacement, each with a chance in proportion to its bound. */
export const batchComparison = (
  bounds: readonly number[],
  drawn: readonly { readonly batch: number; readonly overstatement: number }[],
): number => {
  const total = bounds.reduce((sum, bound) => sum + bound, 0);
  let risk = 1;
  for (const { batch, overstatement: found } of drawn) {
    const taint = found / bounds[batch]!;
    if (taint > 1) throw new RangeError(`batch ${batch} is overstated by more than its bound`);
    risk *= taint === 1 ? Number.POSITIVE_INFINITY : (1 - 1 / total) / (1 - taint);
  }
  return Math.min(1, risk);
};

const leadIn = (votes: readonly number[], { winner, loser }: Pair): number => votes[winner]! - votes[loser]!;

const marginOf = ({ votes }: ReportedContest, { winner, loser }: Pair): number =>
  votes[winner]! - votes[loser]!;
