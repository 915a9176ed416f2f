// The weighted inclusive Gregory method: all papers of an elected choice move on, each at its own value times surplus over votes.
import { ok, type Result } from '@comitium/basics';
import { formatUnits } from '../../exact/fixed-point.ts';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { ExcludeReason } from '../count-action.ts';
import type { CountStory, CountTask } from '../counting-method.ts';
import { classesOf } from '../pick.ts';
import { pickOne, type Question } from './ask-ties.ts';
import type { CountBook, Threshold } from './count-book.ts';
import { type BookAndPapers, type PaperParcels, passOn, takeParcels } from './paper-parcels.ts';
import { type Played, playToTheEnd } from './play-to-the-end.ts';

/** Where the statutes of this family differ. */
export interface WeightedRules {
  /** Votes needed in this round, in units of the book. */
  readonly quota: () => number;
  /** What each vote of a parcel is worth after its choice's surplus of `votes` was found; values in units of 10⁻ᵖˡᵃᶜᵉˢ. */
  readonly transferValue: (value: number, surplus: number, votes: number) => number;
  /** Decimals of values. */
  readonly places: number;
  readonly thresholds: (quota: number) => readonly Threshold[];
  /** Whom to exclude before anybody is elected in this round. */
  readonly first?: () => Exclusion | null;
  /** All who were elected in a round pass their surpluses on in it, and nobody is excluded; else the largest surplus alone moves. */
  readonly together?: boolean;
  /** Whom to exclude at once before any surplus moves; null when the rule has no such thing. */
  readonly hopeless: ((state: WeightedCount, quota: number) => readonly Exclusion[]) | null;
  readonly elects: WhenElected;
  /** A surplus of nothing is transferred too, as a round of its own. */
  readonly passesZero: boolean;
  /** Votes of the last one excluded move although the rest are elected anyway. */
  readonly movesLast: boolean;
  readonly choose: (question: Question) => Result<number, OpenTie>;
}

/**
 * Who is elected of those who reach the quota: `all` at once; `one`, the highest, in a round, while the others stay in the count; or
 * `at-transfer` each only when its surplus is to be transferred, unless they are as many as the seats left.
 */
export type WhenElected = 'all' | 'one' | 'at-transfer';

export interface Exclusion {
  readonly choices: readonly number[];
  readonly reason: ExcludeReason;
}

export interface WeightedCount {
  readonly task: Pick<CountTask<unknown>, 'ballots' | 'seats' | 'standing' | 'ties' | 'onRound'>;
  readonly book: CountBook;
  readonly papers: PaperParcels;
  /** Elected, or with the quota and to be elected, and their surplus has not moved yet. */
  readonly pending: Set<number>;
}

/** Counts on from the first preferences, which stand in the book, to the end. */
export const countWeighted = (
  { task, book, papers }: Omit<WeightedCount, 'pending'>,
  rules: WeightedRules,
): CountStory => {
  const state: WeightedCount = { task, book, papers, pending: new Set() };
  return playToTheEnd(task, book, () => playRound(state, rules));
};

const playRound = (state: WeightedCount, rules: WeightedRules): Played => {
  const { book } = state;
  const quota = rules.quota();
  book.open(rules.thresholds(quota));
  const first = rules.first?.() ?? null;
  if (first !== null) return ok(excludeAll(state, rules, [first]));
  const elected = electAtQuota(state, rules, quota);
  if (!elected.ok) return elected;
  if (endsHere(state)) return ok('ended');
  if (rules.together === true && state.pending.size > 0) {
    for (const from of state.pending) passSurplus(state, rules, { from, quota });
    return ok('goes on');
  }
  const batch = rules.hopeless?.(state, quota) ?? [];
  if (batch.length > 0) return ok(excludeAll(state, rules, batch));
  const surplus = transferSurplus(state, rules, quota);
  if (!surplus.ok || surplus.value) return surplus.ok ? ok('goes on') : surplus;
  const lowest = rules.choose({ candidates: book.continuing(), want: 'fewest', purpose: 'exclude' });
  if (!lowest.ok) return lowest;
  return ok(excludeAll(state, rules, [{ choices: [lowest.value], reason: 'fewest-votes' }]));
};

/** Whoever reaches the quota, highest first; equal votes among them change nothing but the order in which they are named. */
const electAtQuota = (
  { book, pending, task }: WeightedCount,
  rules: WeightedRules,
  quota: number,
): Result<void, OpenTie> => {
  const reached = task.standing.filter(
    (choice) => book.inCount[choice] === 1 && book.units[choice]! >= quota,
  );
  const vacancies = task.seats - book.elected.length;
  if (rules.elects === 'at-transfer') {
    pending.clear();
    for (const choice of reached) pending.add(choice);
    if (reached.length < vacancies) return ok(undefined);
  }
  let winners = classesOf(reached, (a, b) => book.units[a]! - book.units[b]!).flat();
  if (rules.elects === 'one' && winners.length > 1) {
    const first = rules.choose({ candidates: winners, want: 'most', purpose: 'elect' });
    if (!first.ok) return first;
    winners = [first.value];
  }
  while (winners.length > vacancies) {
    const out = rules.choose({ candidates: winners, want: 'fewest', purpose: 'elect' });
    if (!out.ok) return out;
    winners = winners.filter((choice) => choice !== out.value);
  }
  book.elect(winners, 'quota');
  for (const choice of winners) pending.add(choice);
  return ok(undefined);
};

/** All seats are filled, or no more choices are left than seats, who are then elected. */
const endsHere = ({ book, task }: WeightedCount): boolean => {
  const vacancies = task.seats - book.elected.length;
  const continuing = task.standing.filter((choice) => book.inCount[choice] === 1);
  if (vacancies > 0 && continuing.length > vacancies) return false;
  if (vacancies > 0)
    book.elect(classesOf(continuing, (a, b) => book.units[a]! - book.units[b]!).flat(), 'last-standing');
  return true;
};

/** Moves the largest surplus; false when there is none. */
const transferSurplus = (
  state: WeightedCount,
  rules: WeightedRules,
  quota: number,
): Result<boolean, OpenTie> => {
  const { book, pending } = state;
  const candidates = [...pending].filter((choice) => rules.passesZero || book.units[choice]! > quota);
  if (candidates.length === 0) return ok(false);
  const chosen = rules.choose({ candidates, want: 'most', purpose: 'surplus' });
  if (!chosen.ok) return chosen;
  passSurplus(state, rules, { from: chosen.value, quota });
  return ok(true);
};

interface Passing {
  readonly from: number;
  readonly quota: number;
}

const passSurplus = (state: WeightedCount, rules: WeightedRules, { from, quota }: Passing): void => {
  const { book, papers, pending, task } = state;
  pending.delete(from);
  if (rules.elects === 'at-transfer') book.elect([from], 'quota');
  const votes = book.units[from]!;
  const surplus = votes - quota;
  if (surplus === 0 && !rules.passesZero) return;
  const newValue = (value: number): number => rules.transferValue(value, surplus, votes);
  const one = book.unitsPerVote / task.ballots.weightScale;
  book.noteSurplus(from, surplus, formatUnits(newValue(one), rules.places));
  let credited = 0;
  for (const parcel of takeParcels(papers, from))
    credited += passOn(state, from, { ...parcel, value: newValue(parcel.value) });
  book.move(from, 'rounding', surplus - credited);
};

const excludeAll = (
  state: WeightedCount,
  rules: WeightedRules,
  exclusions: readonly Exclusion[],
): 'goes on' | 'ended' => {
  const { book, papers } = state;
  for (const { choices, reason } of exclusions) book.exclude(choices, reason);
  if (!rules.movesLast && endsHere(state)) return 'ended';
  for (const from of exclusions.flatMap(({ choices }) => choices))
    for (const parcel of takeParcels(papers, from)) passOn(state, from, parcel);
  return 'goes on';
};

/** The choice with most or fewest votes; a tie is put to the tie breaker with the rounds before and after. */
export const chooseByTies =
  (task: WeightedCount['task'], state: BookAndPapers): WeightedRules['choose'] =>
  (question) =>
    pickOne(task, state, question);
