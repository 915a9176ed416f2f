// M. Blom, P. J. Stuckey and V. Teague, RAIRE: Risk-Limiting Audits for IRV Elections (2019), arXiv:1903.08804: exclusion orders are
// refuted from their ends. What refutes an order's next step depends on who is excluded and on who then stands, not on their order:
// the paper's tree of endings is searched as a graph of standing sets, of which there are far fewer.
import { err, ok, type Result } from '@comitium/basics';
import { chooseFewest } from './choose-assertions.ts';
import { dropNeedless } from './drop-needless.ts';
import type { IrvAssertion, RankedBallots } from './irv-assertions.ts';
import { createTallies, type IrvTallies, keyWith, nobody, type Standing, withOne } from './irv-tallies.ts';
import { createLargestFirst } from './largest-first.ts';

/** The reported winner cannot be proved by such statements: a full count is needed. `order` is an exclusion order that none contradicts. */
export interface NeedsFullCount {
  readonly order: number[];
}

/** What an audit of a true statement costs, in any unit: never more where the winner has more votes or the loser fewer. */
export type Difficulty = (forWinner: number, forLoser: number) => number;

export interface RaireOptions {
  /** Default: ballots per vote of lead, which is what comparison audits cost but for a factor. */
  readonly difficulty?: Difficulty | undefined;
  /** Hears now and then how many sets of standing candidates have been looked at. */
  readonly onProgress?: ((sets: number) => void) | undefined;
}

/**
 * True statements that together leave no way for anybody but `winner` to win: the hardest of them as easy to audit as can be, and of
 * the others few. Ballots are counted as they are: equal and skipped ranks must have been resolved before.
 */
export const raire = (
  ballots: RankedBallots,
  winner: number,
  { difficulty = perVoteOfLead(ballots), onProgress = () => undefined }: RaireOptions = {},
): Result<IrvAssertion[], NeedsFullCount> => {
  const search = createSearch(ballots, winner, { difficulty, onProgress });
  const hardest = findHardestOrder(search);
  if (hardest.cost === Number.POSITIVE_INFINITY) return err({ order: orderOf(hardest) });
  const enough = chooseFewest(refutationsWithin(search, hardest.cost), search.costOf);
  return ok(dropNeedless(enough, { candidates: ballots.candidates, winner }));
};

const perVoteOfLead = ({ groups }: RankedBallots): Difficulty => {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (forWinner, forLoser) => total / (forWinner - forLoser);
};

interface Search {
  readonly candidates: number;
  readonly winner: number;
  readonly tallies: IrvTallies;
  readonly costOf: (assertion: IrvAssertion) => number;
  /** By winner and loser, what it costs to show that the one is not excluded before the other. */
  readonly before: Float64Array;
  readonly onProgress: (sets: number) => void;
}

const createSearch = (
  ballots: RankedBallots,
  winner: number,
  { difficulty, onProgress }: Required<Pick<RaireOptions, 'difficulty' | 'onProgress'>>,
): Search => {
  const { candidates } = ballots;
  const tallies = createTallies(ballots);
  const costOf = ({ forWinner, forLoser }: Pick<IrvAssertion, 'forWinner' | 'forLoser'>): number =>
    forWinner > forLoser ? difficulty(forWinner, forLoser) : Number.POSITIVE_INFINITY;
  const before = new Float64Array(candidates * candidates).fill(Number.POSITIVE_INFINITY);
  for (let one = 0; one < candidates; one++)
    for (let other = 0; other < candidates; other++)
      if (one !== other) before[one * candidates + other] = costOf(tallies.before(one, other));
  return { candidates, winner, tallies, costOf, before, onProgress };
};

/** The end of an exclusion order, begun by `first`, and what its easiest refutation costs. */
interface Ending {
  readonly standing: Standing;
  readonly first: number;
  readonly after: Ending | null;
  readonly cost: number;
}

const orderOf = (ending: Ending): number[] => {
  const order: number[] = [];
  for (let at: Ending | null = ending; at?.after; at = at.after) order.push(at.first);
  return order;
};

const emptyEnding: Ending = { standing: nobody, first: -1, after: null, cost: Number.POSITIVE_INFINITY };

/** Who can be put before an ending. */
const nextOf = ({ candidates, winner }: Search, { members }: Standing): number[] => {
  const next: number[] = [];
  for (let one = 0; one < candidates; one++)
    if (!members.includes(one) && (members.length > 0 || one !== winner)) next.push(one);
  return next;
};

/** What it costs to show that `first` goes before one who goes after him, or after one who goes before him. */
const costOfPlace = ({ candidates, before }: Search, first: number, later: Standing): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let other = 0; other < candidates; other++) {
    if (other === first) continue;
    const pair = later.members.includes(other) ? first * candidates + other : other * candidates + first;
    if (before[pair]! < least) least = before[pair]!;
  }
  return least;
};

/** The statement that `first` has more votes than the last of those who stand beside him; null where he stands alone. */
const notNext = ({ tallies }: Search, first: number, standing: Standing): IrvAssertion | null => {
  const votes = tallies.among(standing);
  let loser: number | null = null;
  for (const one of standing.members)
    if (one !== first && (loser === null || votes[one]! < votes[loser]!)) loser = one;
  if (loser === null) return null;
  const [forWinner, forLoser] = [votes[first]!, votes[loser]!];
  return {
    kind: 'not-excluded-next',
    winner: first,
    loser,
    forWinner,
    forLoser,
    standing: standing.members,
  };
};

/** An ending made longer at its front; null where its refutation is certain to cost no more than `bound`. */
const lengthen = (search: Search, ending: Ending, first: number, bound: number): Ending | null => {
  const cheap = Math.min(ending.cost, costOfPlace(search, first, ending.standing));
  if (cheap <= bound) return null;
  const standing = withOne(ending.standing, first);
  const statement = notNext(search, first, standing);
  const cost = statement === null ? cheap : Math.min(cheap, search.costOf(statement));
  return cost <= bound ? null : { standing, first, after: ending, cost };
};

/** Some whole order that is hard to refute, found by always taking the hardest step. */
const dive = (search: Search, from: Ending): Ending => {
  let ending = from;
  for (let left = nextOf(search, from.standing); left.length > 0; left = nextOf(search, ending.standing)) {
    const longer = left.flatMap((one) => lengthen(search, ending, one, Number.NEGATIVE_INFINITY) ?? []);
    ending = longer.reduce((a, b) => (b.cost > a.cost ? b : a));
  }
  return ending;
};

/** Of all orders that somebody else survives, the one whose easiest refutation is hardest. */
const findHardestOrder = (search: Search): Ending => {
  let best: Ending = { ...emptyEnding, cost: 0 };
  for (const one of nextOf(search, nobody)) {
    const start = lengthen(search, emptyEnding, one, best.cost);
    const found = start === null ? best : dive(search, start);
    if (found.cost > best.cost) best = found;
  }
  const open = createLargestFirst<Ending>(
    (a, b) => a.cost - b.cost || a.standing.members.length - b.standing.members.length,
  );
  // The hardest way that is known to lead to a set; a set that has been left is done.
  const reached = new Map<bigint, number>();
  let sets = 0;
  for (let from: Ending | undefined = emptyEnding; from !== undefined; from = open.pop()) {
    if (from.standing.members.length === search.candidates) return from;
    // A harder way to the same set has come since.
    if (from !== emptyEnding && reached.get(from.standing.key)! > from.cost) continue;
    search.onProgress(++sets);
    for (const one of nextOf(search, from.standing)) {
      const longerKey = keyWith(from.standing, one);
      if ((reached.get(longerKey) ?? 0) >= from.cost) continue;
      const longer = lengthen(search, from, one, Math.max(best.cost, reached.get(longerKey) ?? 0));
      if (longer === null) continue;
      reached.set(longerKey, longer.cost);
      open.push(longer);
    }
  }
  return best;
};

/** For each ending that must be refuted, the statements that do so at a cost of at most `most`; what no statement refutes is made longer. */
const refutationsWithin = (search: Search, most: number): IrvAssertion[][] => {
  const needed: IrvAssertion[][] = [];
  const seen = new Set<bigint>();
  const open: Standing[] = [nobody];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const first of nextOf(search, from)) {
      const standing = withOne(from, first);
      const within = statementsWithin(search, { first, from, standing }, most);
      if (within.length > 0) needed.push(within);
      else if (!seen.has(standing.key)) {
        seen.add(standing.key);
        open.push(standing);
      }
    }
  }
  return needed;
};

const statementsWithin = (
  search: Search,
  { first, from, standing }: { readonly first: number; readonly from: Standing; readonly standing: Standing },
  most: number,
): IrvAssertion[] => {
  const { candidates, before, tallies, costOf } = search;
  const within: IrvAssertion[] = [];
  for (let other = 0; other < candidates; other++) {
    if (other === first) continue;
    const [winner, loser] = from.members.includes(other) ? [first, other] : [other, first];
    if (before[winner * candidates + loser]! <= most) within.push(tallies.before(winner, loser));
  }
  const next = notNext(search, first, standing);
  if (next !== null && costOf(next) <= most) within.push(next);
  return within;
};
