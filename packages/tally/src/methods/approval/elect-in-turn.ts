// Seats one after the other to whoever is approved most, ballots weighing by how many they have elected.
import { ok } from '@comitium/basics';
import { amount } from '../../exact/amount.ts';
import { compareRational, plus, type Rational, rational, times, zero } from '../../exact/rational.ts';
import type { CountStory, CountTask } from '../counting-method.ts';
import { electionOf } from '../decide-at-once.ts';
import { pick } from '../pick.ts';
import { settle } from '../story.ts';
import { createRounds } from '../tell-rounds.ts';
import type { Approvals } from './read-approvals.ts';

/** `worth(k)` is what a ballot weighs that approves of k who are elected. */
export const electInTurn = (
  task: CountTask<unknown>,
  approvals: Approvals,
  worth: (elected: number) => Rational,
): CountStory => {
  const { ballots, seats, standing, ties } = task;
  const { rounds, tell } = createRounds(task);
  const elected: number[] = [];
  const satisfied = new Uint16Array(approvals.groups);
  for (;;) {
    const sums = weigh(ballots.choices.length, { approvals, satisfied, most: elected.length, worth });
    const compare = (a: number, b: number): number => compareRational(sums[a]!, sums[b]!);
    const left = standing.filter((choice) => !elected.includes(choice));
    const able = left.filter((choice) => compareRational(sums[choice]!, zero) > 0);
    const question = { round: rounds.length + 1, purpose: 'elect', want: 'most', places: 1 } as const;
    const winner = pick(ties, { candidates: able, compare, ...question });
    const votes = ballots.choices.map(({ withdrawn }, choice) =>
      withdrawn || elected.includes(choice)
        ? null
        : amount(times(sums[choice]!, rational(1, ballots.weightScale))),
    );
    const before = [...elected];
    if (winner.ok) elected.push(...winner.value);
    tell({ contest: rounds.length + 1, votes, actions: [electionOf(winner, 'most-approvals')], elected });
    if (!winner.ok) return { rounds, outcome: settle(winner, { seats, ranking: null, before }) };
    const [choice] = winner.value;
    if (choice === undefined || elected.length === seats || left.length === 1)
      return { rounds, outcome: settle(ok([]), { seats, ranking: null, before: elected }) };
    satisfy(approvals, choice, satisfied);
  }
};

interface Weighing {
  readonly approvals: Approvals;
  /** Per group how many of the elected it approves of. */
  readonly satisfied: Uint16Array;
  readonly most: number;
  readonly worth: (elected: number) => Rational;
}

/** Weighed approvals by choice, in units: first by how many each ballot has elected, so that only few fractions are added. */
const weigh = (
  width: number,
  { approvals: { groups, starts, approved, weights }, satisfied, most, worth }: Weighing,
): Rational[] => {
  const units = Array.from({ length: most + 1 }, () => new Float64Array(width));
  for (let group = 0; group < groups; group++) {
    const row = units[satisfied[group]!]!;
    for (let i = starts[group]!; i < starts[group + 1]!; i++)
      row[approved[i]!] = row[approved[i]!]! + weights[group]!;
  }
  const worths = units.map((_, elected) => worth(elected));
  return Array.from({ length: width }, (_, choice) =>
    units.reduce((sum, row, elected) => plus(sum, times(worths[elected]!, rational(row[choice]!))), zero),
  );
};

const satisfy = ({ groups, starts, approved }: Approvals, choice: number, satisfied: Uint16Array): void => {
  for (let group = 0; group < groups; group++) {
    for (let i = starts[group]!; i < starts[group + 1]!; i++) {
      if (approved[i] === choice) satisfied[group] = satisfied[group]! + 1;
    }
  }
};
