// F. Zagórski, G. McClearn, S. Morin, N. McBurnett and P. L. Vora, Minerva: An Efficient Risk-Limiting Ballot Polling Audit, USENIX
// Security 2021.
import { checkRiskLimit } from './reported-contest.ts';

/** One round of a two-choice audit: ballots drawn in it that show winner or loser, and how many of them show the winner. */
export interface PollingRound {
  readonly drawn: number;
  readonly forWinner: number;
}

export interface MinervaRound {
  readonly pValue: number;
  readonly confirmed: boolean;
  /** Votes for the winner, of all drawn so far, that would have confirmed in this round. */
  readonly needed: number | null;
}

/**
 * Minerva, round by round: the chance of as many winner votes as were found or more, under a tie against under the report, given that
 * no earlier round has stopped. Rounds are fixed before they are drawn. `share` is the winner's reported share of both, above ½.
 */
export const minerva = (
  share: number,
  rounds: readonly PollingRound[],
  { riskLimit }: { readonly riskLimit: number },
): MinervaRound[] => {
  checkRiskLimit(riskLimit);
  if (!(share > 0.5 && share <= 1)) throw new RangeError(`a winner's share of ${share}`);
  let [tied, reported] = [Float64Array.of(1), Float64Array.of(1)];
  let found = 0;
  return rounds.map(({ drawn, forWinner }) => {
    if (forWinner > drawn) throw new RangeError(`${forWinner} of ${drawn} ballots`);
    [tied, reported] = [spread(tied, drawn, 0.5), spread(reported, drawn, share)];
    found += forWinner;
    const tails = tailsOf(tied, reported);
    const needed = tails.findIndex((pValue) => pValue <= riskLimit);
    const pValue = Math.min(1, tails[found] ?? 1);
    if (needed >= 0) [tied, reported] = [tied.slice(0, needed), reported.slice(0, needed)];
    return { pValue, confirmed: pValue <= riskLimit, needed: needed < 0 ? null : needed };
  });
};

/** The distribution after `drawn` further ballots, each for the winner with chance `p`. */
const spread = (before: Float64Array, drawn: number, p: number): Float64Array<ArrayBuffer> => {
  const binomial = binomialOf(drawn, p);
  const after = new Float64Array(before.length + drawn);
  for (const [k, weight] of before.entries())
    if (weight > 0) for (let more = 0; more <= drawn; more++) after[k + more]! += weight * binomial[more]!;
  return after;
};

const binomialOf = (n: number, p: number): Float64Array => {
  const chances = new Float64Array(n + 1);
  if (p === 1) {
    chances[n] = 1;
    return chances;
  }
  let log = n * Math.log(1 - p);
  for (let k = 0; k <= n; k++) {
    chances[k] = Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
  }
  return chances;
};

/** Per number of winner votes: P(that many or more | tied) / P(that many or more | reported). */
const tailsOf = (tied: Float64Array, reported: Float64Array): number[] => {
  const tails = new Array<number>(tied.length);
  let [above, below] = [0, 0];
  for (let k = tied.length - 1; k >= 0; k--) {
    above += tied[k]!;
    below += reported[k]!;
    tails[k] = below === 0 ? Number.POSITIVE_INFINITY : above / below;
  }
  return tails;
};
