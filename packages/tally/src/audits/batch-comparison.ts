// P. B. Stark, Efficient Post-Election Audits of Multiple Contests: 2009 California Tests, CELS 2009 (MACRO: maximum across-contest
// relative overstatement), with the Kaplan-Markov bound and sampling in proportion to the error bound.
import { checkRiskLimit, type Pair, pairsOf, type ReportedContest } from './reported-contest.ts';

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

/** A batch that was drawn, and by what share of a margin its count shows it to be overstated: below 0 where the winner gains. */
export interface DrawnBatch {
  readonly batch: number;
  readonly overstatement: number;
}

/**
 * The measured risk after batches were drawn with replacement, each with a chance in proportion to its bound; a batch drawn twice is
 * there twice. What the winner gains in a batch lowers the risk (the bound allows it); Arlo, to be safe, counts it as nothing:
 * `gains: 'ignored'`.
 */
export const batchComparison = (
  bounds: readonly number[],
  drawn: readonly DrawnBatch[],
  { gains = 'counted' }: { readonly gains?: 'counted' | 'ignored' | undefined } = {},
): number => {
  const total = sumOf(bounds);
  let risk = 1;
  for (const { batch, overstatement: found } of drawn) {
    const taint = (gains === 'ignored' ? Math.max(0, found) : found) / bounds[batch]!;
    if (taint > 1) throw new RangeError(`batch ${batch} is overstated by more than its bound`);
    risk *= taint === 1 ? Number.POSITIVE_INFINITY : (1 - 1 / total) / (1 - taint);
  }
  return Math.min(1, risk);
};

/**
 * Draws of batches that confirm the outcome if nothing more is found, at most as many as there are batches. Batches counted already are
 * bound by what was found in them (as Arlo plans): a sense of how near the end is, not a promise, as all draws count together.
 */
export const batchSampleSize = (
  bounds: readonly number[],
  { riskLimit, counted = [] }: { readonly riskLimit: number; readonly counted?: readonly DrawnBatch[] },
): number => {
  checkRiskLimit(riskLimit);
  const left = [...bounds];
  for (const { batch, overstatement: found } of counted) left[batch] = Math.max(0, found);
  const total = sumOf(left);
  const size = total <= 1 ? 1 : Math.ceil(Math.log(riskLimit) / Math.log(1 - 1 / total));
  return Math.min(bounds.length, size);
};

const sumOf = (bounds: readonly number[]): number => bounds.reduce((sum, bound) => sum + bound, 0);

const leadIn = (votes: readonly number[], { winner, loser }: Pair): number => votes[winner]! - votes[loser]!;

const marginOf = ({ votes }: ReportedContest, { winner, loser }: Pair): number =>
  votes[winner]! - votes[loser]!;
