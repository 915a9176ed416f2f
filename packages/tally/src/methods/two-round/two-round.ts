// Constitution of Ghana 1992, article 63 (3) to (6); the same rule elects the President of France (Constitution of 1958, article 7).
import { ok } from '@comitium/basics';
import { totalWeight } from '../../ballots/ballots.ts';
import { readPreferences } from '../../ballots/preferences.ts';
import { amount } from '../../exact/amount.ts';
import { plus, rational } from '../../exact/rational.ts';
import type { CountRound, VoteThreshold } from '../count-report.ts';
import type { CountStory } from '../counting-method.ts';
import { electionOf } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { classesOf, earlierRounds, pick } from '../pick.ts';
import { createPiles, type Piles } from '../piles.ts';
import { leftoversOf, settle, votesByChoice } from '../story.ts';
import { createRounds, type RoundToTell } from '../tell-rounds.ts';
import { chooseFinalists, type TwoRoundTask } from './choose-finalists.ts';
import { twoRoundOptions } from './two-round-options.ts';

/** A majority elects; otherwise the two with most votes go to a run-off. Rules: SPEC.md. */
export const twoRound = defineMethod({
  name: 'two-round',
  title: 'Two-round system (majority run-off)',
  source: 'Constitution of Ghana 1992, article 63; Constitution of France 1958, article 7',
  forms: ['choose', 'rank', 'score'],
  seats: 'one',
  measure: 'votes',
  options: twoRoundOptions,
  count(task) {
    const piles = createPiles(task.ballots, readPreferences(task.ballots, task.options));
    return ok(countFirst(task, piles));
  },
});

const countFirst = (task: TwoRoundTask, piles: Piles): CountStory => {
  const { ballots, standing, votes, options } = task;
  const units = piles.units.slice();
  const compare = (a: number, b: number): number => units[a]! - units[b]!;
  const { rounds, tell } = createRounds(task);
  const { threshold, reached } = majorityOf(task, units);
  const first = {
    votes: votesByChoice(ballots.choices, units, votes),
    leftovers: leftoversOf(piles.leftovers, votes),
    thresholds: [threshold],
  };
  const ranking = classesOf(standing, compare);
  if (units.every((held) => held === 0)) {
    tell({ ...first, actions: [{ kind: 'stop', reason: 'no-votes' }] });
    return { rounds, outcome: settle(ok([]), { seats: 1, ranking }) };
  }
  const winner = standing.find((choice) => reached(units[choice]!));
  const sole = winner ?? (standing.length === 1 ? standing[0] : undefined);
  if (sole !== undefined) {
    const reason = winner === undefined ? 'last-standing' : 'majority';
    tell({ ...first, actions: [{ kind: 'elect', choices: [sole], reason }], elected: [sole] });
    return { rounds, outcome: settle(ok([sole]), { seats: 1, ranking }) };
  }
  const finalists = chooseFinalists(task, compare);
  if (!finalists.ok) {
    tell({ ...first, actions: [{ kind: 'stop', reason: 'lot-needed' }] });
    return { rounds, outcome: settle(finalists, { seats: 1, ranking }) };
  }
  const advance = { kind: 'advance', choices: finalists.value, reason: 'most-votes' } as const;
  if (options.runoff === 'same-ballots')
    return countSecond(task, { piles, units, finalists: finalists.value, first, advance, rounds, tell });
  tell({ ...first, actions: [advance, { kind: 'stop', reason: 'runoff-needed' }] });
  const runoff = [...finalists.value].sort((a, b) => a - b);
  const outcome = {
    ...settle(ok([]), { seats: 1, ranking }),
    state: 'runoff-needed',
    unfilled: 0,
    runoff,
  } as const;
  return { rounds, outcome };
};

/** The threshold as reported, and whether some units reach it. */
const majorityOf = ({ options, ballots }: TwoRoundTask, units: Float64Array) => {
  const base = options.base === 'cast' ? totalWeight(ballots) : units.reduce((sum, held) => sum + held, 0);
  const half = rational(base, 2 * ballots.weightScale);
  const threshold: VoteThreshold =
    options.majority === 'more-than-half'
      ? { kind: 'majority', votes: amount(half) }
      : { kind: 'quota', votes: amount(plus(half, rational(1))) };
  const more = options.majority === 'more-than-half' ? 0 : 2 * ballots.weightScale;
  const reached = (held: number): boolean => (more === 0 ? 2 * held > base : 2 * held >= base + more);
  return { threshold, reached };
};

interface Second {
  readonly piles: Piles;
  readonly units: Float64Array;
  readonly finalists: readonly number[];
  readonly first: RoundToTell;
  readonly advance: {
    readonly kind: 'advance';
    readonly choices: readonly number[];
    readonly reason: 'most-votes';
  };
  readonly rounds: readonly CountRound[];
  readonly tell: (round: RoundToTell) => void;
}

/** Everybody else leaves, and of the finalists the one with more votes is elected. */
const countSecond = (
  task: TwoRoundTask,
  { piles, units, finalists, first, advance, rounds, tell }: Second,
): CountStory => {
  const { ballots, votes, standing } = task;
  const inCount = Uint8Array.from(ballots.choices, (_, choice) => (finalists.includes(choice) ? 1 : 0));
  const excluded = ballots.choices.flatMap(({ withdrawn }, choice) =>
    withdrawn || inCount[choice] === 1 ? [] : [choice],
  );
  const transfers = piles
    .release(excluded, inCount)
    .map(({ units: moved, ...way }) => ({ ...way, votes: votes(moved) }));
  tell({ ...first, actions: [advance], excluded, transfers });
  const now = piles.units;
  const compare = (a: number, b: number): number => now[a]! - now[b]!;
  const earlier = earlierRounds([units]);
  const question = { round: 2, purpose: 'elect', want: 'most', places: 1, earlier } as const;
  const elected = pick(task.ties, { candidates: finalists, compare, ...question });
  tell({
    votes: votesByChoice(ballots.choices, now, votes, (choice) => inCount[choice] === 1),
    leftovers: leftoversOf(piles.leftovers, votes),
    actions: [electionOf(elected, 'most-votes')],
    elected: elected.ok ? elected.value : [],
    excluded,
  });
  const others = standing.filter((choice) => inCount[choice] === 0);
  const ranking = [...classesOf(finalists, compare), ...classesOf(others, (a, b) => units[a]! - units[b]!)];
  return { rounds, outcome: settle(elected, { seats: 1, ranking }) };
};
