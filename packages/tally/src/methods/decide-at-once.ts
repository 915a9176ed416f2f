import type { Result } from '@comitium/basics';
import type { Amount } from '../exact/amount.ts';
import type { OpenTie } from '../ties/tie-rules.ts';
import type { CountAction, ElectReason } from './count-action.ts';
import type { LeftoverVotes, ReportTable } from './count-report.ts';
import type { CountStory, CountTask } from './counting-method.ts';
import { classesOf, pick } from './pick.ts';
import { settle } from './story.ts';
import { createRounds } from './tell-rounds.ts';

export interface AtOnce {
  /** Figures of the round, per choice. */
  readonly votes: readonly (Amount | null)[];
  /** Above 0 when a is better than b. */
  readonly compare: (a: number, b: number) => number;
  readonly reason: ElectReason;
  /** Who may be elected; default everybody who stands. */
  readonly able?: readonly number[];
  /** Default the classes of `compare`. */
  readonly ranking?: readonly (readonly number[])[];
  readonly leftovers?: readonly LeftoverVotes[];
  readonly tables?: readonly ReportTable[];
}

/** The story of a count of one round, in which the best are elected. */
export const decideAtOnce = (
  task: CountTask<unknown>,
  { votes, compare, reason, able = task.standing, leftovers = [], tables = [], ...more }: AtOnce,
): CountStory => {
  const { seats, standing, ties } = task;
  const elected = pick(ties, {
    candidates: able,
    places: seats,
    compare,
    want: 'most',
    round: 1,
    purpose: 'elect',
  });
  const { rounds, tell } = createRounds(task);
  tell({
    votes,
    leftovers,
    actions: [electionOf(elected, reason)],
    elected: elected.ok ? elected.value : [],
  });
  const ranking = more.ranking ?? classesOf(standing, compare);
  return { rounds, outcome: settle(elected, { seats, ranking }), tables };
};

/** What a round decided that elects, finds nobody to elect, or stops at a tie. */
export const electionOf = (elected: Result<readonly number[], OpenTie>, reason: ElectReason): CountAction => {
  if (!elected.ok) return { kind: 'stop', reason: 'lot-needed' };
  if (elected.value.length === 0) return { kind: 'stop', reason: 'no-votes' };
  return { kind: 'elect', choices: elected.value, reason };
};
