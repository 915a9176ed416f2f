// Turns the numbers of a count into the parts of a report.
import type { Result } from '@comitium/basics';
import type { Choice } from '../ballots/ballots.ts';
import type { Amount } from '../exact/amount.ts';
import type { OpenTie } from '../ties/tie-rules.ts';
import type { CountOutcome, Leftover, LeftoverVotes, Standing } from './count-report.ts';

type ToAmount = (units: number) => Amount;

/** Per choice its units as votes; null where it has withdrawn or `inCount` says it takes no part. */
export const votesByChoice = (
  choices: readonly Choice[],
  units: ArrayLike<number>,
  votes: ToAmount,
  inCount: (choice: number) => boolean = () => true,
): (Amount | null)[] =>
  choices.map(({ withdrawn }, choice) => (withdrawn || !inCount(choice) ? null : votes(units[choice]!)));

/** Leftovers in a fixed order of reasons; those without votes are left out. */
export const leftoversOf = (units: ReadonlyMap<Leftover, number>, votes: ToAmount): LeftoverVotes[] =>
  leftoverReasons.flatMap((reason) => {
    const left = units.get(reason) ?? 0;
    return left === 0 ? [] : [{ reason, votes: votes(left) }];
  });

const leftoverReasons: readonly Leftover[] = [
  'blank',
  'overvote',
  'skipped-ranks',
  'repeat',
  'ran-out',
  'rounding',
];

/** Per choice where it stands. */
export const standingsOf = (
  choices: readonly Choice[],
  { elected, excluded = [] }: { readonly elected: readonly number[]; readonly excluded?: readonly number[] },
): Standing[] =>
  choices.map(({ withdrawn }, choice) => {
    if (withdrawn) return 'withdrawn';
    if (elected.includes(choice)) return 'elected';
    return excluded.includes(choice) ? 'excluded' : 'continuing';
  });

/** The outcome of a count that ends with these elected, or stops at a tie; `before` were elected earlier. */
export const settle = (
  elected: Result<readonly number[], OpenTie>,
  { seats, ranking, before = [] }: Settling,
): CountOutcome => {
  if (!elected.ok)
    return {
      state: 'lot-needed',
      elected: before,
      ranking: null,
      unfilled: 0,
      open: elected.error,
      runoff: null,
    };
  const all = [...before, ...elected.value];
  return {
    state: 'decided',
    elected: all,
    ranking,
    unfilled: seats - all.length,
    open: null,
    runoff: null,
  };
};

interface Settling {
  readonly seats: number;
  readonly ranking: readonly (readonly number[])[] | null;
  readonly before?: readonly number[];
}
