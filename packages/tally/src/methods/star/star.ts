// Equal Vote Coalition, STAR Voting: score, then automatic run-off, with its Official Tiebreaker Protocol.
import { ok, type Result } from '@comitium/basics';
import { totalWeight } from '../../ballots/ballots.ts';
import { amount } from '../../exact/amount.ts';
import { rational } from '../../exact/rational.ts';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { ComparedReason } from '../count-action.ts';
import type { CountStory } from '../counting-method.ts';
import { electionOf } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { classesOf, pick } from '../pick.ts';
import { sumScores } from '../score/sum-scores.ts';
import { settle } from '../story.ts';
import { createRounds } from '../tell-rounds.ts';
import { chooseFinalists } from './choose-finalists.ts';
import { countTopScores, preferScored } from './compare-scores.ts';
import { figuresOf, type StarCount, type StarTask } from './star-count.ts';
import { starOptions } from './star-options.ts';

/** The two with most points go on, and of them whoever more voters scored higher is elected. Rules: SPEC.md. */
export const star = defineMethod({
  name: 'star',
  title: 'STAR (score, then automatic run-off)',
  source: 'Equal Vote Coalition, STAR Voting and its Official Tiebreaker Protocol',
  forms: ['score'],
  seats: 'one',
  measure: 'points',
  options: starOptions,
  count: (task) => ok(countStar(task)),
});

const countStar = (task: StarTask): CountStory => {
  const { ballots, standing } = task;
  const { totals, scoredBy } = sumScores(ballots, totalWeight(ballots));
  const compare = (a: number, b: number): number => Number(totals[a]! - totals[b]!);
  const { rounds, tell } = createRounds(task);
  const count: StarCount = { task, compare, tops: countTopScores(ballots), rounds, tell };
  const ranking = classesOf(standing, compare);
  const points = ballots.choices.map(({ withdrawn }, choice) =>
    withdrawn ? null : amount(rational(totals[choice]!, ballots.weightScale)),
  );
  const able = standing.filter((choice) => scoredBy[choice]! > 0);
  if (standing.length === 1 || able.length === 0) {
    const elected = ok(able);
    tell({ votes: points, actions: [electionOf(elected, 'most-points')], elected: able });
    return { rounds, outcome: settle(elected, { seats: 1, ranking }) };
  }
  const finalists = chooseFinalists(count, points);
  const elected = finalists.ok ? runOff(count, finalists.value) : finalists;
  const winner = elected.ok ? elected.value : [];
  const second = finalists.ok ? finalists.value.filter((choice) => !winner.includes(choice)) : [];
  const others = standing.filter((choice) => !winner.includes(choice) && !second.includes(choice));
  const order = [winner, second, ...classesOf(others, compare)];
  return { rounds, outcome: settle(elected, { seats: 1, ranking: order }) };
};

/** Preferences of voters, then points, then top scores, then the tie breaker. */
const runOff = (
  { task, compare, tops, rounds, tell }: StarCount,
  finalists: readonly number[],
): Result<readonly number[], OpenTie> => {
  const [a = 0, b = 0] = finalists;
  const units = preferScored(task.ballots, [a, b]);
  const [forA, forB] = [units[1]!, units[2]!];
  const excluded = task.standing.filter((choice) => !finalists.includes(choice));
  const show = (of: (choice: number) => number) => figuresOf(task, finalists, (c) => task.votes(of(c)));
  const finish = (
    reason: ComparedReason,
    votes: ReturnType<typeof show>,
    by: (c: number, d: number) => number,
  ) => {
    const question = { round: rounds.length + 1, purpose: 'elect', want: 'most', places: 1 } as const;
    const elected = pick(task.ties, { candidates: finalists, compare: by, ...question });
    tell({
      contest: 2,
      votes,
      actions: [electionOf(elected, reason)],
      elected: elected.ok ? elected.value : [],
      excluded,
    });
    return elected;
  };
  const preferred = (choice: number): number => (choice === a ? forA : forB);
  const votes = show(preferred);
  const byPoints = compare(a, b);
  if (forA !== forB) return finish('preferred-by-more', votes, (c, d) => preferred(c) - preferred(d));
  if (byPoints !== 0) return finish('most-points', votes, compare);
  if (task.options.protocol === 'simple') return finish('preferred-by-more', votes, () => 0);
  tell({
    contest: 2,
    votes,
    actions: [{ kind: 'advance', choices: finalists, reason: 'preferred-by-more' }],
    excluded,
  });
  const top = (choice: number): number => tops[choice]!;
  return finish('most-top-scores', show(top), (c, d) => top(c) - top(d));
};
