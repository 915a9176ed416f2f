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
  /** `minimumVotes` was applied. */
  readonly minimumDone: boolean;
}

/** Decides one round by the rules of SPEC.md, in their order. */
export const decideRound = (task: IrvTask, state: RoundState): Result<Decision, OpenTie> => {
  const { round, continuing, units } = state;
  const { ballots, options, ties } = task;
  const undeclared = continuing.filter((choice) => ballots.choices[choice]!.writeIn === 'undeclared');
  if (undeclared.length > 0)
    return ok({ kind: 'exclude', choices: undeclared, reason: 'undeclared-write-in' });
  const total = continuing.reduce((sum, choice) => sum + units[choice]!, 0);
  if (total === 0) return ok({ kind: 'nobody' });
  const below = state.minimumDone || options.minimumVotes === 0 ? [] : belowMinimum(task, state);
  if (below.length > 0) return ok({ kind: 'exclude', choices: below, reason: 'below-minimum' });

  const compare = (a: number, b: number): number => units[a]! - units[b]!;
  const question = {
    round,
    compare,
    candidates: continuing,
    places: 1,
    earlier: earlierRounds(state.history),
    laterOf: state.laterOf,
  };
  const majority = continuing.find((choice) => 2 * units[choice]! > total);
  if (options.stop === 'majority' && majority !== undefined)
    return ok({ kind: 'elect', choices: [majority], reason: 'majority' });
  if (continuing.length === 1) return ok({ kind: 'elect', choices: continuing, reason: 'last-standing' });
  if (options.stop === 'two-remain' && continuing.length === 2) {
    const elected = pick(ties, { ...question, want: 'most', purpose: 'elect' });
    return elected.ok ? ok({ kind: 'elect', choices: elected.value, reason: 'most-votes' }) : elected;
  }
  const hopeless = options.elimination === 'batch' ? cannotCatchUp(state) : [];
  if (hopeless.length > 1) return ok({ kind: 'exclude', choices: hopeless, reason: 'cannot-catch-up' });
  const excluded = pick(ties, { ...question, want: 'fewest', purpose: 'exclude' });
  return excluded.ok ? ok({ kind: 'exclude', choices: excluded.value, reason: 'fewest-votes' }) : excluded;
};

/** Nobody is excluded when nobody reaches the minimum. */
const belowMinimum = ({ options, ballots }: IrvTask, { continuing, units }: RoundState): number[] => {
  const least = options.minimumVotes * ballots.weightScale;
  const below = continuing.filter((choice) => units[choice]! < least);
  return below.length === continuing.length ? [] : below;
};

/** The largest set of the lowest that together have fewer votes than the next; two always remain. */
const cannotCatchUp = ({ continuing, units }: RoundState): number[] => {
  const order = [...continuing].sort((a, b) => units[a]! - units[b]! || a - b);
  let sum = 0;
  let size = 0;
  for (let i = 0; i + 2 < order.length; i++) {
    sum += units[order[i]!]!;
    if (sum < units[order[i + 1]!]!) size = i + 1;
  }
  return order.slice(0, size);
};
