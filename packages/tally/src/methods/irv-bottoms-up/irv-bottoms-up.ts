// Democratic Party delegate selection plans of 2020 (Alaska, Hawaii, Kansas, Wyoming): from the bottom up, to as many as seats or to 15 %.
import { ok, type Result } from '@comitium/basics';
import { amount, parseAmount } from '../../exact/amount.ts';
import { compareRational, type Rational, rational, times, zero } from '../../exact/rational.ts';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { VoteThreshold } from '../count-report.ts';
import type { CountStory, CountTask } from '../counting-method.ts';
import { defineMethod } from '../define-method.ts';
import {
  belowMinimum,
  type Decision,
  excludeLowest,
  type RoundState,
  totalOf,
  undeclaredWithVotes,
} from '../irv/decide-round.ts';
import { electedBy } from '../irv/irv.ts';
import { playRounds } from '../irv/play-rounds.ts';
import type { OptionsOf } from '../options.ts';
import { settle } from '../story.ts';
import { irvBottomsUpOptions } from './irv-bottoms-up-options.ts';

/** Who has fewest votes is excluded until as many are left as seats, or all have a share of the votes. Rules: SPEC.md. */
export const irvBottomsUp = defineMethod({
  name: 'irv-bottoms-up',
  title: 'Bottoms-up instant-runoff voting',
  source: 'Democratic Party delegate selection plans of 2020',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
  options: irvBottomsUpOptions,
  count: (task) => ok(countBottomsUp(task)),
});

type Task = CountTask<OptionsOf<typeof irvBottomsUpOptions>>;

const countBottomsUp = (task: Task): CountStory => {
  // Options of exact numbers were checked before.
  const share = parseAmount(task.options.share) ?? zero;
  const byShare = compareRational(share, zero) > 0;
  const { rounds, decided, ranking } = playRounds(task, {
    marking: task.options,
    decide: (state) => decide(task, state, byShare ? share : null),
    thresholds: (state) => [...(byShare ? [neededOf(task, state, share)] : []), ...minimumOf(task, state)],
  });
  const elected = electedBy(decided);
  const seats = byShare && elected.ok ? elected.value.length : task.seats;
  const outcome = settle(elected, { seats, ranking });
  return { rounds, outcome, ...(byShare ? { seats } : {}) };
};

const neededOf = ({ ballots }: Task, state: RoundState, share: Rational): VoteThreshold => ({
  kind: 'quota',
  votes: amount(times(share, rational(totalOf(state), ballots.weightScale))),
});

const minimumOf = ({ options, votes, ballots }: Task, { minimumDone }: RoundState): VoteThreshold[] =>
  options.minimumVotes === 0 || minimumDone
    ? []
    : [{ kind: 'minimum', votes: votes(options.minimumVotes * ballots.weightScale) }];

const decide = (task: Task, state: RoundState, share: Rational | null): Result<Decision, OpenTie> => {
  const { continuing, units } = state;
  const undeclared = undeclaredWithVotes(task, state);
  if (undeclared !== null) return ok(undeclared);
  const total = totalOf(state);
  if (total === 0) return ok({ kind: 'nobody' });
  const best = continuing
    .filter((choice) => task.standing.includes(choice))
    .sort((a, b) => units[b]! - units[a]! || a - b);
  if (share === null) {
    if (best.length <= task.seats) return ok({ kind: 'elect', choices: best, reason: 'last-standing' });
  } else {
    const needed = times(share, rational(total));
    if (best.every((choice) => compareRational(rational(units[choice]!), needed) >= 0))
      return ok({ kind: 'elect', choices: best, reason: 'reached-share' });
  }
  const enough = share === null ? task.seats : 1;
  const below = belowMinimum(task, state, task.options.minimumVotes);
  if (below?.kind === 'exclude' && continuing.length - below.choices.length >= enough) return ok(below);
  return excludeLowest(task, state);
};
