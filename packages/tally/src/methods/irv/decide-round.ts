import { ok, type Result } from '@comitium/basics';
import type { OpenTie, RoundsToCompare } from '../../ties/tie-rules.ts';
import type { ElectReason, ExcludeReason } from '../count-action.ts';
import type { CountTask } from '../counting-method.ts';
import type { OptionsOf } from '../options.ts';
import { earlierRounds, pick } from '../pick.ts';
import type { irvOptions } from './irv-options.ts';

export type IrvTask = CountTask<OptionsOf<typeof irvOptions>>;

/** What a round leads to. */
export type Decision =
  | { readonly kind: 'elect'; readonly choices: readonly number[]; readonly reason: ElectReason }
  | { readonly kind: 'exclude'; readonly choices: readonly number[]; readonly reason: ExcludeReason }
  | { readonly kind: 'nobody' };

export interface RoundState {
  readonly round: number;
  /** Choices in the count, in ballot order. */
  readonly continuing: readonly number[];
  readonly units: Float64Array;
  /** Units of the rounds before. */
  readonly history: readonly Float64Array[];
  /** Rounds that would follow if these stayed. */
  readonly laterOf: (tied: readonly number[]) => RoundsToCompare;
  /** Units that were in the count in the first round, undeclared write-ins among them. */
  readonly unitsAtFirst: number;
  /** Others than undeclared write-ins were excluded: `minimumVotes` says nothing any more. */
  readonly minimumDone: boolean;
}

/** Decides one round by the rules of SPEC.md, in their order. */
export const decideRound = (task: IrvTask, state: RoundState): Result<Decision, OpenTie> => {
  const { continuing, units } = state;
  const { options } = task;
  const undeclared = undeclaredWithVotes(task, state);
  if (undeclared !== null) return ok(undeclared);
  if (totalOf(state) === 0) return ok({ kind: 'nobody' });
  const needed = neededToWin(task, state);
  const majority = continuing.find((choice) => 2 * units[choice]! > needed);
  if (options.stop === 'majority' && majority !== undefined)
    return ok({ kind: 'elect', choices: [majority], reason: 'majority' });
  if (continuing.length === 1) return ok({ kind: 'elect', choices: continuing, reason: 'last-standing' });
  if (options.stop !== 'one-remains' && continuing.length === 2) {
    const elected = pick(task.ties, { ...questionOf(state), want: 'most', purpose: 'elect' });
    return elected.ok ? ok({ kind: 'elect', choices: elected.value, reason: 'most-votes' }) : elected;
  }
  const below = belowMinimum(task, state, options.minimumVotes);
  if (below !== null) return ok(below);
  const hopeless = options.elimination === 'batch' ? cannotCatchUp(state, leastOf(options)) : [];
  if (hopeless.length > 1) return ok({ kind: 'exclude', choices: hopeless, reason: 'cannot-catch-up' });
  return excludeLowest(task, state);
};

type Task = Pick<CountTask<unknown>, 'ballots' | 'ties'>;

export const totalOf = ({ continuing, units }: RoundState): number =>
  continuing.reduce((sum, choice) => sum + units[choice]!, 0);

/** Twice the votes of whoever has a majority are more than this. */
export const neededToWin = ({ options }: Pick<IrvTask, 'options'>, state: RoundState): number =>
  options.majorityOf === 'first-round' ? state.unitsAtFirst : totalOf(state);

const undeclaredOf = ({ ballots }: Task, { continuing }: RoundState): number[] =>
  continuing.filter((choice) => ballots.choices[choice]!.writeIn === 'undeclared');

/** Undeclared write-ins go before anybody is elected, as soon as they have votes. */
export const undeclaredWithVotes = (task: Task, state: RoundState): Decision | null => {
  const choices = undeclaredOf(task, state);
  const votes = choices.some((choice) => state.units[choice]! > 0);
  return votes ? { kind: 'exclude', choices, reason: 'undeclared-write-in' } : null;
};

/** Whoever has fewest votes; undeclared write-ins without votes are not worth a tie. */
export const excludeLowest = (task: Task, state: RoundState): Result<Decision, OpenTie> => {
  const undeclared = undeclaredOf(task, state);
  if (undeclared.length > 0)
    return ok({ kind: 'exclude', choices: undeclared, reason: 'undeclared-write-in' });
  const excluded = pick(task.ties, { ...questionOf(state), want: 'fewest', purpose: 'exclude' });
  return excluded.ok ? ok({ kind: 'exclude', choices: excluded.value, reason: 'fewest-votes' }) : excluded;
};

const questionOf = ({ round, continuing, units, history, laterOf }: RoundState) => ({
  round,
  compare: (a: number, b: number): number => units[a]! - units[b]!,
  candidates: continuing,
  places: 1,
  earlier: earlierRounds(history),
  laterOf,
});

/** Nobody is excluded when nobody reaches the minimum. */
export const belowMinimum = ({ ballots }: Task, state: RoundState, minimum: number): Decision | null => {
  if (state.minimumDone || minimum === 0) return null;
  const { continuing, units } = state;
  const below = continuing.filter((choice) => units[choice]! < minimum * ballots.weightScale);
  if (below.length === 0 || below.length === continuing.length) return null;
  return { kind: 'exclude', choices: below, reason: 'below-minimum' };
};

/** How many remain at least; where the last two need not reach the majority, the one whom the others cannot catch up with may. */
const leastOf = ({ stop, majorityOf }: IrvTask['options']): number =>
  stop === 'majority' && majorityOf === 'first-round' ? 1 : 2;

/** The largest set of the lowest that together have fewer votes than the next; `least` always remain. */
const cannotCatchUp = ({ continuing, units }: RoundState, least: number): number[] => {
  const order = [...continuing].sort((a, b) => units[a]! - units[b]! || a - b);
  let sum = 0;
  let size = 0;
  for (let i = 0; i + least < order.length; i++) {
    sum += units[order[i]!]!;
    if (sum < units[order[i + 1]!]!) size = i + 1;
  }
  return order.slice(0, size);
};
