// F. Zagórski, G. McClearn, S. Morin, N. McBurnett and P. L. Vora, Minerva: An Efficient Risk-Limiting Ballot Polling Audit, USENIX
// Security 2021.
import { addSpreads, binomial, chanceOfAtLeast, type Spread } from './binomial.ts';
import type { PairRisk } from './bravo.ts';
import { checkChance, checkRiskLimit, type Pair, pairsOf, type ReportedContest } from './reported-contest.ts';

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
  let state = begin(share, riskLimit);
  return rounds.map((round) => {
    const { after, result } = play(state, round);
    state = after;
    return result;
  });
};

/** Minerva for every pair: `rounds` holds the votes for each choice that each round showed. A pair once confirmed stays so. */
export const minervaContest = (
  contest: ReportedContest,
  rounds: readonly (readonly number[])[],
  { riskLimit }: { readonly riskLimit: number },
): PairRisk[] =>
  pairsOf(contest).map((pair) => {
    const results = minerva(shareOf(contest, pair), pollsOf(pair, rounds), { riskLimit });
    const last = results.find(({ confirmed }) => confirmed) ?? results.at(-1);
    return { ...pair, pValue: last?.pValue ?? 1 };
  });

export interface MinervaPlan {
  readonly ballots: number;
  readonly riskLimit: number;
  /** With what chance the next round is to confirm if the report is right. */
  readonly chance: number;
  /** Votes for each choice that earlier rounds showed; default none. */
  readonly rounds?: readonly (readonly number[])[] | undefined;
}

/** Ballots of the next round, for the pair that needs most; `ballots` where no smaller round does it, 0 where all is confirmed. */
export const minervaRoundSize = (
  contest: ReportedContest,
  { ballots, riskLimit, chance, rounds = [] }: MinervaPlan,
): number => {
  checkChance(chance);
  const sizes = pairsOf(contest).map((pair) => {
    let state = begin(shareOf(contest, pair), riskLimit);
    for (const round of pollsOf(pair, rounds)) {
      const { after, result } = play(state, round);
      if (result.confirmed) return 0;
      state = after;
    }
    const ofBoth = contest.votes[pair.winner]! + contest.votes[pair.loser]!;
    return Math.ceil((smallestRound(state, chance, ofBoth) * ballots) / ofBoth);
  });
  return Math.min(ballots, Math.max(...sizes));
};

interface State {
  readonly share: number;
  readonly riskLimit: number;
  /** Winner votes so far, as spread by a tie and by the report, those left out with which an earlier round would have stopped. */
  readonly tied: Spread;
  readonly reported: Spread;
  readonly drawn: number;
  readonly found: number;
}

const begin = (share: number, riskLimit: number): State => {
  checkRiskLimit(riskLimit);
  if (!(share > 0.5 && share <= 1)) throw new RangeError(`a winner's share of ${share}`);
  const start: Spread = { from: 0, chances: Float64Array.of(1) };
  return { share, riskLimit, tied: start, reported: start, drawn: 0, found: 0 };
};

const play = (
  state: State,
  { drawn, forWinner }: PollingRound,
): { readonly after: State; readonly result: MinervaRound } => {
  if (forWinner > drawn) throw new RangeError(`${forWinner} of ${drawn} ballots`);
  const spread = draw(state, drawn);
  const found = state.found + forWinner;
  const needed = votesNeeded(spread);
  const pValue = ratioAt(spread, found);
  const left = needed ?? Number.POSITIVE_INFINITY;
  const [tied, reported] = [below(spread.tied, left), below(spread.reported, left)];
  return {
    after: { ...spread, tied, reported, found },
    result: { pValue, confirmed: pValue <= state.riskLimit, needed },
  };
};

const draw = (state: State, more: number): State => ({
  ...state,
  tied: addSpreads(state.tied, binomial(more, 0.5)),
  reported: addSpreads(state.reported, binomial(more, state.share)),
  drawn: state.drawn + more,
});

const below = ({ from, chances }: Spread, limit: number): Spread => ({
  from,
  chances: chances.slice(0, Math.max(0, limit - from)),
});

/**
 * P(that many winner votes or more | tied) / P(the same | reported). Where both are too small to be told from nothing, the likelihood
 * ratio of exactly that many votes, which is never smaller, stands for it.
 */
const ratioAt = ({ tied, reported, drawn, share }: State, votes: number): number => {
  const [above, under] = [chanceOfAtLeast(tied, votes), chanceOfAtLeast(reported, votes)];
  if (under > 0) return Math.min(1, above / under);
  const others = drawn - votes;
  const log = votes * Math.log(2 * share) + (others === 0 ? 0 : others * Math.log(2 * (1 - share)));
  return Math.min(1, Math.exp(-log));
};

/** The fewest winner votes that confirm; the ratio falls as they rise. null where not even all would do. */
const votesNeeded = (state: State): number | null => {
  let [low, high] = [0, state.drawn + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (middle > state.drawn || ratioAt(state, middle) <= state.riskLimit) high = middle;
    else low = middle + 1;
  }
  return low > state.drawn ? null : low;
};

/** Ballots for either of the two so that the next round confirms with `chance`; at most `most`. */
const smallestRound = (state: State, chance: number, most: number): number => {
  const does = (size: number): boolean => {
    const needed = votesNeeded(draw(state, size));
    return needed !== null && chanceOfAtLeast(binomial(size, state.share), needed - state.found) >= chance;
  };
  let high = 1;
  while (high < most && !does(high)) high = Math.min(most, 2 * high);
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) high = middle;
    else low = middle;
  }
  return high;
};

const shareOf = ({ votes }: ReportedContest, { winner, loser }: Pair): number =>
  votes[winner]! / (votes[winner]! + votes[loser]!);

const pollsOf = ({ winner, loser }: Pair, rounds: readonly (readonly number[])[]): PollingRound[] =>
  rounds.map((votes) => ({
    drawn: (votes[winner] ?? 0) + (votes[loser] ?? 0),
    forWinner: votes[winner] ?? 0,
  }));
