// M. Lindeman, P. B. Stark and V. S. Yates, BRAVO: Ballot-polling Risk-limiting Audits to Verify Outcomes, EVT/WOTE 2012.
import { checkRiskLimit, type Pair, pairsOf, type ReportedContest } from './reported-contest.ts';

export interface PairRisk extends Pair {
  /** Measured risk, 0 to 1: the outcome of this pair is confirmed when it is at or below the limit. */
  readonly pValue: number;
}

/**
 * Ballot polling: the measured risk of every pair after a sample, drawn with replacement, showed `sample` votes for each choice;
 * ballots without a vote for either count for nothing. The whole contest is confirmed by the largest.
 */
export const bravo = (contest: ReportedContest, sample: readonly number[]): PairRisk[] =>
  pairsOf(contest).map((pair) => {
    const { forWinner, forLoser } = gainsOf(contest, pair);
    const drawn = (choice: number): number => sample[choice] ?? 0;
    const log = drawn(pair.winner) * forWinner + (drawn(pair.loser) === 0 ? 0 : drawn(pair.loser) * forLoser);
    return { ...pair, pValue: Math.min(1, Math.exp(-log)) };
  });

/**
 * Ballots that must be drawn on average if the report is right (the paper's section 3.2), of `ballots` cast, for the closest pair.
 * Infinity where a loser has as many votes as makes no difference.
 */
export const bravoSampleSize = (
  contest: ReportedContest,
  { ballots, riskLimit }: { readonly ballots: number; readonly riskLimit: number },
): number => {
  checkRiskLimit(riskLimit);
  const sizes = pairsOf(contest).map((pair) => {
    const { forWinner, forLoser } = gainsOf(contest, pair);
    const share = (choice: number): number => contest.votes[choice]! / ballots;
    const lost = share(pair.loser) === 0 ? 0 : share(pair.loser) * forLoser;
    return (-Math.log(riskLimit) + forWinner / 2) / (share(pair.winner) * forWinner + lost);
  });
  return Math.ceil(Math.max(...sizes));
};

/** What one ballot for the winner or the loser adds to the logarithm of the test statistic. */
const gainsOf = (
  { votes }: ReportedContest,
  { winner, loser }: Pair,
): { forWinner: number; forLoser: number } => {
  const share = votes[winner]! / (votes[winner]! + votes[loser]!);
  return { forWinner: Math.log(2 * share), forLoser: Math.log(2 * (1 - share)) };
};
