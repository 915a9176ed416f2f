// M. Blom, P. J. Stuckey and V. Teague, RAIRE: Risk-Limiting Audits for IRV Elections (2019), arXiv:1903.08804.
import { err, ok, type Result } from '@comitium/basics';
import { type IrvAssertion, notExcludedBefore, type RankedBallots, votesAmong } from './irv-assertions.ts';

/** The reported winner cannot be proved by such statements: a full count is needed. `order` ends an exclusion order that none contradicts. */
export interface NeedsFullCount {
  readonly order: number[];
}

interface Refuted {
  readonly assertion: IrvAssertion | null;
  /** Ballots per vote of margin: what an audit of the statement costs, but for a factor. Infinity without a statement. */
  readonly difficulty: number;
}

/** The end of an exclusion order, first excluded first: everybody who is not in it has gone before. */
interface Ending extends Refuted {
  readonly order: readonly number[];
  /** The statement that is easiest to audit, of this ending or of a shorter one that it continues. */
  readonly easiest: Ending | null;
}

/**
 * Statements that together leave no way for anybody but `winner` to win, chosen so that the hardest of them is as easy to audit as can be:
 * every other winner's exclusion orders are refuted from their ends, and continued only while that makes the audit easier.
 */
export const raire = (ballots: RankedBallots, winner: number): Result<IrvAssertion[], NeedsFullCount> => {
  const candidates = Array.from({ length: ballots.candidates }, (_, candidate) => candidate);
  const search = createSearch(ballots);
  let open = candidates.filter((one) => one !== winner).map((one) => search.endingOf([one], null));
  const chosen: Ending[] = [];
  let bound = 0;
  while (open.length > 0) {
    const hardest = open.reduce((a, b) => (difficultyOf(b) > difficultyOf(a) ? b : a));
    const complete = hardest.order.length === ballots.candidates;
    if (complete || difficultyOf(hardest) <= bound) {
      const easiest = hardest.easiest ?? hardest;
      if (easiest.assertion === null) return err({ order: [...hardest.order] });
      bound = Math.max(bound, easiest.difficulty);
      chosen.push(easiest);
      open = open.filter((ending) => !continues(ending, easiest));
      continue;
    }
    open = open.filter((ending) => ending !== hardest);
    const before = candidates.filter((candidate) => !hardest.order.includes(candidate));
    for (const candidate of before) open.push(search.endingOf([candidate, ...hardest.order], hardest));
  }
  return ok(distinct(chosen.flatMap(({ assertion }) => (assertion === null ? [] : [assertion]))));
};

/** How hard an ending is to refute at best as far as is known: by its own statement or by that of a shorter one. */
const difficultyOf = (ending: Ending): number => ending.easiest?.difficulty ?? ending.difficulty;

const continues = (ending: Ending, shorter: Ending): boolean => {
  const shift = ending.order.length - shorter.order.length;
  return shift >= 0 && shorter.order.every((candidate, at) => ending.order[at + shift] === candidate);
};

const createSearch = (ballots: RankedBallots) => {
  const total = ballots.groups.reduce((sum, { count }) => sum + count, 0);
  const known = new Map<string, IrvAssertion>();
  const before = (winner: number, loser: number): IrvAssertion => {
    const key = `${winner} ${loser}`;
    const found = known.get(key) ?? notExcludedBefore(ballots, winner, loser);
    known.set(key, found);
    return found;
  };
  const weigh = (assertion: IrvAssertion): Refuted => {
    const margin = assertion.forWinner - assertion.forLoser;
    return margin > 0
      ? { assertion, difficulty: total / margin }
      : { assertion: null, difficulty: Number.POSITIVE_INFINITY };
  };
  const statementsAgainst = (order: readonly number[]): IrvAssertion[] => {
    const [first = 0, ...later] = order;
    const gone = Array.from({ length: ballots.candidates }, (_, one) => one).filter(
      (one) => !order.includes(one),
    );
    const votes = votesAmong(ballots, order);
    return [
      ...gone.map((candidate) => before(candidate, first)),
      ...later.map((candidate) => before(first, candidate)),
      ...later.map((candidate): IrvAssertion => {
        const [forWinner, forLoser] = [votes[first]!, votes[candidate]!];
        const standing = [...order].sort((a, b) => a - b);
        return { kind: 'not-excluded-next', winner: first, loser: candidate, forWinner, forLoser, standing };
      }),
    ];
  };
  return {
    endingOf: (order: readonly number[], shorter: Ending | null): Ending => {
      const weighed = statementsAgainst(order).map(weigh);
      const none: Refuted = { assertion: null, difficulty: Number.POSITIVE_INFINITY };
      const own = weighed.reduce((a, b) => (b.difficulty < a.difficulty ? b : a), none);
      const above = shorter === null ? null : (shorter.easiest ?? shorter);
      const easiest = above !== null && above.difficulty <= own.difficulty ? above : null;
      return { order, ...own, easiest };
    },
  };
};

const distinct = (assertions: readonly IrvAssertion[]): IrvAssertion[] => [
  ...new Map(assertions.map((one) => [JSON.stringify(one), one])).values(),
];
