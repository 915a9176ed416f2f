// K. Ottoboni, P. B. Stark, M. Lindeman and N. McBurnett, Risk-Limiting Audits by Stratified Union-Intersection Tests of Elections
// (SUITE), E-Vote-ID 2018: one stratum compared with cast vote records, one polled, combined by Fisher's method.
import { logFactorial } from './binomial.ts';
import { checkRiskLimit } from './reported-contest.ts';
import { costOf, type Discrepancies, usualInflation } from './super-simple.ts';

interface Stratum {
  readonly ballots: number;
  /** Reported votes for the winner and for the loser. */
  readonly winner: number;
  readonly loser: number;
}

export interface PlannedStrata {
  readonly compared: Stratum & { readonly inflation?: number | undefined };
  readonly polled: Stratum;
}

export interface TwoStrata {
  readonly compared: Stratum & {
    readonly drawn: number;
    readonly found: Discrepancies;
    readonly inflation?: number | undefined;
  };
  /** Drawn without replacement. */
  readonly polled: Stratum & {
    readonly sample: { readonly winner: number; readonly loser: number; readonly other: number };
  };
}

const gridSteps = 400;
const refinements = 3;

/**
 * The measured risk that the loser has won: the largest, over all ways in which the overstatement of the margin can lie in the strata, of
 * Fisher's combination of both strata's risks. Searched on a grid that is refined around the largest.
 */
export const stratified = (strata: TwoStrata): number => {
  const { compared, polled } = strata;
  const [leadCompared, leadPolled] = [compared.winner - compared.loser, polled.winner - polled.loser];
  const margin = leadCompared + leadPolled;
  if (margin <= 0) throw new RangeError('the reported winner does not lead');
  let low = Math.max((leadCompared - compared.ballots) / margin, 1 - (leadPolled + polled.ballots) / margin);
  let high = Math.min((leadCompared + compared.ballots) / margin, 1 - (leadPolled - polled.ballots) / margin);
  const risk = (lambda: number): number =>
    fisher(
      comparisonRisk(compared, lambda * margin),
      pollingRisk(polled, Math.round(leadPolled - (1 - lambda) * margin)),
    );
  let [worst, at] = [0, low];
  for (let round = 0; round <= refinements; round++) {
    const step = (high - low) / gridSteps;
    for (let i = 0; i <= gridSteps; i++) {
      const lambda = low + i * step;
      const found = risk(lambda);
      if (found > worst) [worst, at] = [found, lambda];
    }
    [low, high] = [Math.max(low, at - step), Math.min(high, at + step)];
  }
  return worst;
};

/** −2 (ln p + ln q) is χ² with four degrees of freedom, whose tail is e^(−x/2) (1 + x/2). */
export const fisher = (p: number, q: number): number => {
  if (p === 0 || q === 0) return 0;
  const half = -(Math.log(p) + Math.log(q));
  return Math.min(1, Math.exp(-half) * (1 + half));
};

/** The risk that the compared stratum overstates the margin by `overstated` votes or more. */
export const comparisonRisk = (
  { ballots, drawn, found, inflation = usualInflation }: TwoStrata['compared'],
  overstated: number,
): number => {
  const perBallot = overstated / (2 * inflation * ballots);
  if (perBallot >= 1) return 0;
  return Math.min(1, Math.exp(drawn * Math.log(1 - perBallot) - costOf(found, inflation)));
};

/** The risk that the true lead in the polled stratum is `lead`: Wald's ratio for draws without replacement, at the likeliest such stratum. */
export const pollingRisk = (stratum: TwoStrata['polled'], lead: number): number => {
  const { ballots, winner, loser, sample } = stratum;
  const reported = likelihood({ winner, loser, other: ballots - winner - loser }, sample);
  const least = Math.max(0, lead, sample.winner, sample.loser + lead);
  const most = Math.min(ballots, Math.floor((ballots + lead - sample.other) / 2));
  if (least > most) return 0;
  const at = (forWinner: number): number =>
    likelihood({ winner: forWinner, loser: forWinner - lead, other: ballots - 2 * forWinner + lead }, sample);
  return Math.min(1, Math.exp(largest(at, least, most) - reported));
};

interface Counts {
  readonly winner: number;
  readonly loser: number;
  readonly other: number;
}

/** Logarithm of the chance of the sample in the order drawn, but for a factor that is the same for all. */
const likelihood = (stratum: Counts, sample: Counts): number =>
  falling(stratum.winner, sample.winner) +
  falling(stratum.loser, sample.loser) +
  falling(stratum.other, sample.other);

const falling = (from: number, times: number): number =>
  times > from ? Number.NEGATIVE_INFINITY : logFactorial(from) - logFactorial(from - times);

/**
 * Ballots of both strata that confirm if the report is right, each stratum drawn in proportion to its ballots, no discrepancies, and the
 * polled sample as reported. null where not even all of the polled stratum does it.
 */
export const stratifiedSampleSize = (
  { compared, polled }: PlannedStrata,
  riskLimit: number,
): { readonly compared: number; readonly polled: number } | null => {
  checkRiskLimit(riskLimit);
  const all = compared.ballots + polled.ballots;
  const sizes = (total: number) => {
    const drawn = Math.ceil((total * polled.ballots) / all);
    return { polled: drawn, compared: total - drawn };
  };
  const does = (total: number): boolean => {
    const drawn = sizes(total);
    const [winner, loser] = [polled.winner, polled.loser].map((votes) =>
      Math.floor((votes * drawn.polled) / polled.ballots),
    );
    const sample = { winner: winner!, loser: loser!, other: 0 };
    sample.other = Math.min(
      drawn.polled - sample.winner - sample.loser,
      polled.ballots - polled.winner - polled.loser,
    );
    const found = { over1: 0, over2: 0, under1: 0, under2: 0 };
    const risk = stratified({
      compared: { ...compared, drawn: drawn.compared, found },
      polled: { ...polled, sample },
    });
    return risk <= riskLimit;
  };
  let high = 2;
  while (high < all && !does(high)) high = Math.min(all, 2 * high);
  if (high >= all && !does(all)) return null;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) high = middle;
    else low = middle;
  }
  return sizes(high);
};

/** The largest value of a concave function on whole numbers. */
const largest = (value: (at: number) => number, least: number, most: number): number => {
  let [low, high] = [least, most];
  while (high - low > 2) {
    const left = low + Math.floor((high - low) / 3);
    const right = high - Math.floor((high - low) / 3);
    if (value(left) < value(right)) low = left + 1;
    else high = right;
  }
  let best = Number.NEGATIVE_INFINITY;
  for (let at = low; at <= high; at++) best = Math.max(best, value(at));
  return best;
};
