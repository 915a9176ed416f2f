import { err, ok, type Result } from '@comitium/basics';
import type { MarkingRules } from '../../ballots/preferences.ts';
import { formatUnits } from '../../exact/fixed-point.ts';
import type { TieBreaker } from '../../ties/tie-breaker.ts';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountProblem } from '../count-problem.ts';
import type { ReportTable } from '../count-report.ts';
import type { CountStory, CountTask } from '../counting-method.ts';
import { classesOf, earlierRounds } from '../pick.ts';
import { type CountBook, openBook } from '../stages/count-book.ts';
import { readStanding, sortFirstPreferences } from '../stages/paper-parcels.ts';
import { roomFor } from '../stages/room-for.ts';
import { settle } from '../story.ts';
import { type Iterated, type IteratedCount, iterate } from './iterate.ts';
import type { KeepRule } from './keep-rule.ts';
import { one } from './multiply-up.ts';
import { redistribute } from './redistribute.ts';

/** Nine decimals in votes and keep factors. */
const keepPlaces = 9;

export interface KeepRules {
  readonly keep: KeepRule;
  /**
   * Whom to defeat among the lowest, who are within the surplus of each other: the `first-drawn` of an order that was drawn beforehand,
   * whatever came before; or by the rules of ties, which may look at earlier rounds.
   */
  readonly tied: 'first-drawn' | 'by-rules';
}

/** The Reference Meek Rule's steps A to C, with a rule of what an elected choice keeps of a ballot. */
export const countByKeepFactors = (
  task: CountTask<MarkingRules>,
  rules: KeepRules,
): Result<CountStory, CountProblem[]> => {
  const problems = roomFor(task.ballots, keepPlaces);
  return problems.length > 0 ? err(problems) : ok(countRounds(task, rules));
};

const countRounds = (task: CountTask<MarkingRules>, rules: KeepRules): CountStory => {
  const { ballots, options, standing, seats } = task;
  const book = openBook(ballots, keepPlaces);
  sortFirstPreferences(task, book);
  const preferences = readStanding(ballots, options, standing);
  const counted = { preferences, weightScale: ballots.weightScale, seats, keep: rules.keep };
  const factors = new Float64Array(ballots.choices.length);
  for (const choice of standing) factors[choice] = one;
  for (let before = factors.slice(); ; ) {
    const found = iterate(counted, factors, { hopeful: book.continuing(), elected: book.elected });
    turnPage(counted, book, { before, after: factors });
    before = factors.slice();
    book.open([{ kind: 'quota', units: found.quota }]);
    const decided = decide(task, book, { found, rules, factors });
    if (!decided.ok) book.stop('lot-needed');
    if (decided.ok && decided.value === 'goes on') continue;
    book.close();
    task.onRound(book.rounds.length);
    const ending = { seats, ranking: book.ranking() };
    const outcome = decided.ok
      ? settle(ok(book.elected), ending)
      : settle(decided, { ...ending, before: book.elected });
    return { rounds: book.rounds, outcome, tables: [factorTable(task, book, factors)] };
  }
};

/** The round before is over when it is known where its votes went. */
const turnPage = (
  { preferences, keep }: IteratedCount,
  book: CountBook,
  factors: { readonly before: Float64Array; readonly after: Float64Array },
): void => {
  if (!book.isOpen()) return;
  redistribute(preferences, { ...factors, keep }, book);
  book.close();
};

const decide = (
  { seats, onRound, ties }: CountTask<MarkingRules>,
  book: CountBook,
  {
    found,
    rules,
    factors,
  }: { readonly found: Iterated; readonly rules: KeepRules; readonly factors: Float64Array },
): Result<'goes on' | 'ended', OpenTie> => {
  const { votes, surplus, reached } = found;
  onRound(book.round());
  const highestFirst = (choices: readonly number[]): number[] =>
    classesOf(choices, (a, b) => votes[a]! - votes[b]!).flat();
  const fillIfLast = (): boolean => {
    const vacancies = seats - book.elected.length;
    const continuing = book.continuing();
    if (vacancies > 0 && continuing.length > vacancies) return false;
    if (vacancies > 0) book.elect(highestFirst(continuing), 'last-standing');
    return true;
  };
  if (book.round() === 1 && fillIfLast()) return ok('ended');
  book.elect(highestFirst(reached), 'quota');
  if (fillIfLast()) return ok('ended');
  if (reached.length > 0) return ok('goes on');
  const hopeful = book.continuing();
  const least = Math.min(...hopeful.map((choice) => votes[choice]!));
  const lowest = hopeful.filter((choice) => votes[choice]! <= least + surplus);
  const defeated = lowest.length === 1 ? ok(lowest) : chooseLowest(ties, rules, { choices: lowest, book });
  if (!defeated.ok) return defeated;
  book.exclude(defeated.value, 'fewest-votes');
  for (const choice of defeated.value) factors[choice] = 0;
  return ok(fillIfLast() ? 'ended' : 'goes on');
};

const chooseLowest = (
  ties: TieBreaker,
  { tied }: KeepRules,
  { choices, book }: { readonly choices: readonly number[]; readonly book: CountBook },
): Result<readonly number[], OpenTie> => {
  const asked = { choices, places: 1, purpose: 'exclude', round: book.round() } as const;
  if (tied === 'first-drawn') return ties.choose({ ...asked, want: 'most' });
  return ties.choose({ ...asked, want: 'fewest', earlier: earlierRounds(book.history) });
};

const factorTable = (
  { ballots }: CountTask<MarkingRules>,
  { elected }: CountBook,
  factors: Float64Array,
): ReportTable => ({
  name: 'keep factors',
  columns: ['keep factor'],
  rows: elected.map((choice) => ({
    label: ballots.choices[choice]!.name,
    cells: [formatUnits(factors[choice]!, keepPlaces)],
  })),
});
