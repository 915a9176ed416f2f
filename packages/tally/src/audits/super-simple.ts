// P. B. Stark, Super-Simple Simultaneous Single-Ballot Risk-Limiting Audits, EVT/WOTE 2010; the Kaplan-Markov form as in M. Lindeman and
// P. B. Stark, A Gentle Introduction to Risk-limiting Audits, IEEE Security & Privacy 2012.
import { checkRiskLimit, pairsOf, type ReportedContest } from './reported-contest.ts';

/** Differences between sampled ballots and their cast vote records, in votes of margin. */
export interface Discrepancies {
  /** The record made the margin one vote too large. */
  readonly over1: number;
  readonly over2: number;
  /** The record made it too small. */
  readonly under1: number;
  readonly under2: number;
}

/** How much a two-vote overstatement costs: above 1; the paper's usual value. */
export const usualInflation = 1.03905;

/** Smallest margin of all contests in votes, as a share of all ballots from which the sample is drawn. */
export const dilutedMargin = (contests: readonly ReportedContest[], ballots: number): number => {
  const margins = contests.flatMap((contest) =>
    pairsOf(contest).map(({ winner, loser }) => contest.votes[winner]! - contest.votes[loser]!),
  );
  return Math.min(...margins) / ballots;
};

interface Comparison {
  /** `dilutedMargin`. */
  readonly margin: number;
  readonly inflation?: number | undefined;
}

/** The measured risk after `drawn` ballots, with replacement, showed these discrepancies. */
export const superSimple = (
  { margin, inflation = usualInflation }: Comparison,
  drawn: number,
  found: Discrepancies,
): number => {
  const log = drawn * Math.log(1 - margin / (2 * inflation)) - costOf(found, inflation);
  return Math.min(1, Math.exp(log));
};

/** Ballots that confirm the outcome if so many discrepancies are found on the way, for a risk limit; never fewer than the discrepancies. */
export const superSimpleSampleSize = (
  { margin, inflation = usualInflation }: Comparison,
  { riskLimit, expected }: { readonly riskLimit: number; readonly expected: Discrepancies },
): number => {
  checkRiskLimit(riskLimit);
  const size = Math.ceil((-2 * inflation * (Math.log(riskLimit) + costOf(expected, inflation))) / margin);
  return Math.max(size, expected.over1 + expected.over2 + expected.under1 + expected.under2);
};

/** What Stark's tools and Arlo expect before anything is drawn: per ballot, one vote wrong in a thousand, two in ten thousand. */
export const usualRates: Discrepancies = { over1: 0.001, over2: 0.0001, under1: 0.001, under2: 0.0001 };

/**
 * Ballots that confirm the outcome if discrepancies turn up at these rates, as Arlo plans: from the rates a first
 * size, from that whole discrepancies (of one vote rounded up, of two to the nearest), from those the size. Of `ballots` at most:
 * all of them where the rates outrun the margin.
 */
export const superSimpleSizeFromRates = (
  { margin, inflation = usualInflation }: Comparison,
  {
    riskLimit,
    rates = usualRates,
    ballots,
  }: { readonly riskLimit: number; readonly rates?: Discrepancies | undefined; readonly ballots: number },
): number => {
  checkRiskLimit(riskLimit);
  const perBallot = Math.log(1 - margin / (2 * inflation)) - costOf(rates, inflation);
  if (perBallot >= 0) return ballots;
  const first = Math.ceil(Math.log(riskLimit) / perBallot);
  const expected = {
    over1: Math.ceil(rates.over1 * first),
    over2: Math.round(rates.over2 * first),
    under1: Math.ceil(rates.under1 * first),
    under2: Math.round(rates.under2 * first),
  };
  return Math.min(ballots, superSimpleSampleSize({ margin, inflation }, { riskLimit, expected }));
};

/** What discrepancies do to the logarithm of the risk: below 0 where they raise it. */
export const costOf = ({ over1, over2, under1, under2 }: Discrepancies, inflation: number): number =>
  over1 * Math.log(1 - 1 / (2 * inflation)) +
  over2 * Math.log(1 - 1 / inflation) +
  under1 * Math.log(1 + 1 / (2 * inflation)) +
  under2 * Math.log(1 + 1 / inflation);
