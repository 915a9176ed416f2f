// M. Lindeman, P. B. Stark and V. S. Yates, BRAVO: Ballot-polling Risk-limiting Audits to Verify Outcomes, EVT/WOTE 2012.
import { binomial, chanceOfAtLeast, normalQuantile } from './binomial.ts';
import { checkChance, checkRiskLimit, type Pair, pairsOf, type ReportedContest } from './reported-contest.ts';

export interface PairRisk extends Pair {
  /** Measured risk, 0 to 1: the outcome of this pair is confirmed when it is at or below the limit. */
  readonly pValue: number;
}

/**
 * Ballot polling: the measured risk of every pair after a sample, drawn with replacement, showed `sample` votes for each choice;
 * ballots without a vote for either count for nothing. The whole contest is confirmed by the largest.
 */
export const bravo = (contest: ReportedContest, sample: readonly number[]): PairRisk[] =>
  pairsOf(contest).map((pair) => ({
    ...pair,
    pValue: Math.min(1, Math.exp(-evidenceOf(contest, pair, sample))),
  }));

export interface PollingPlan {
  readonly ballots: number;
  readonly riskLimit: number;
  /** Votes for each choice in the sample so far; default none. */
  readonly sample?: readonly number[] | undefined;
}

/**
 * Ballots that must still be drawn on average if the report is right (the paper's section 3.2), of `ballots` cast, for the pair that
 * needs most. About as often as not it takes more. 0 where the sample so far confirms.
 */
export const bravoSampleSize = (
  contest: ReportedContest,
  { ballots, riskLimit, sample = [] }: PollingPlan,
): number => {
  checkRiskLimit(riskLimit);
  const sizes = pairsOf(contest).map((pair) => {
    const { forWinner, forLoser } = gainsOf(contest, pair);
    const missing = -Math.log(riskLimit) - evidenceOf(contest, pair, sample);
    if (missing <= 0) return 0;
    const share = (choice: number): number => contest.votes[choice]! / ballots;
    const lost = share(pair.loser) === 0 ? 0 : share(pair.loser) * forLoser;
    return (missing + forWinner / 2) / (share(pair.winner) * forWinner + lost);
  });
  return Math.ceil(Math.max(...sizes));
};

/**
 * Ballots that must still be drawn so that this one round confirms with more than `chance` if the report is right. The search goes
 * upward from the size that the normal approximation gives (M. Lindeman's, as Arlo uses it), so that it is not misled by the few
 * smaller sizes that happen to pass because votes are whole. Can exceed `ballots`: then count them all.
 */
export const bravoRoundSize = (
  contest: ReportedContest,
  { ballots, riskLimit, sample = [], chance }: PollingPlan & { readonly chance: number },
): number => {
  checkRiskLimit(riskLimit);
  checkChance(chance);
  const sizes = pairsOf(contest).map((pair) => {
    const missing = -Math.log(riskLimit) - evidenceOf(contest, pair, sample);
    const ofBoth = contest.votes[pair.winner]! + contest.votes[pair.loser]!;
    return missing <= 0
      ? 0
      : Math.ceil((pairRoundSize(gainsOf(contest, pair), missing, chance) * ballots) / ofBoth);
  });
  return Math.max(...sizes);
};

/** Ballots for either of the two until their evidence passes `missing` with more than `chance`. */
const pairRoundSize = (gains: Gains, missing: number, chance: number): number => {
  const { share, forWinner, forLoser } = gains;
  if (share === 1) return Math.ceil(missing / forWinner);
  for (let size = approximateSize(gains, missing, chance); ; size++) {
    const needed = Math.floor((missing - size * forLoser) / (forWinner - forLoser)) + 1;
    if (needed <= size && chanceOfAtLeast(binomial(size, share), needed) > chance) return size;
  }
};

/** Where the wanted quantile of winner votes, taken as normal, meets the votes needed: a quadratic equation in the size. */
const approximateSize = ({ share, forWinner, forLoser }: Gains, missing: number, chance: number): number => {
  const z = normalQuantile(chance);
  const spread = z * z * share * (1 - share);
  const needed = missing / (forWinner - forLoser);
  const drift = share + forLoser / (forWinner - forLoser);
  const [a, b, c] = [drift * drift, spread + 2 * needed * drift, needed * needed];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return Math.max(1, Math.floor((chance > 0.5 ? b + root : b - root) / (2 * a)));
};

const evidenceOf = (contest: ReportedContest, pair: Pair, sample: readonly number[]): number => {
  const { forWinner, forLoser } = gainsOf(contest, pair);
  const [winner, loser] = [sample[pair.winner] ?? 0, sample[pair.loser] ?? 0];
  return winner * forWinner + (loser === 0 ? 0 : loser * forLoser);
};

/** What one ballot for the winner or the loser adds to the logarithm of the test statistic. */
interface Gains {
  readonly share: number;
  readonly forWinner: number;
  readonly forLoser: number;
}

const gainsOf = ({ votes }: ReportedContest, { winner, loser }: Pair): Gains => {
  const share = votes[winner]! / (votes[winner]! + votes[loser]!);
  return { share, forWinner: Math.log(2 * share), forLoser: Math.log(2 * (1 - share)) };
};
