// Tideman, Independence of Clones (1987); ties by lot as in Zavist and Tideman, Complete Independence of Clones (1989).
import { err, ok, type Result } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountAction } from '../count-action.ts';
import type { ReportTable } from '../count-report.ts';
import type { CountStory, CountTask } from '../counting-method.ts';
import { electionOf } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { namedStanding } from '../named-standing.ts';
import type { OptionsOf } from '../options.ts';
import { compareStanding } from '../pairwise/compare-standing.ts';
import type { PairwiseMatrix } from '../pairwise/pairwise-matrix.ts';
import { pairwiseTable } from '../pairwise/pairwise-table.ts';
import { strengthOption } from '../pairwise/strength-option.ts';
import { pick } from '../pick.ts';
import { settle } from '../story.ts';
import { createRounds } from '../tell-rounds.ts';
import { certainWinner } from './certain-winner.ts';
import { type Locked, lockVictories } from './lock-victories.ts';
import { victoryClasses } from './victories.ts';

const options = { strength: strengthOption };
type Task = CountTask<OptionsOf<typeof options>>;

/** Victories are locked in from the strongest on unless they close a cycle; whoever then is unbeaten is elected. Rules: SPEC.md. */
export const rankedPairs = defineMethod({
  name: 'ranked-pairs',
  title: 'Ranked Pairs (Tideman)',
  source: 'Tideman 1987; Zavist and Tideman, Social Choice and Welfare 6 (1989)',
  forms: ['choose', 'rank', 'score'],
  seats: 'one',
  measure: 'wins',
  options,
  count(task) {
    const compared = compareStanding(task);
    return compared.ok ? ok(countPairs(task, compared.value)) : compared;
  },
});

const countPairs = (task: Task, matrix: PairwiseMatrix): CountStory => {
  const { ballots, standing, ties } = task;
  const classes = victoryClasses(matrix, standing, task.options.strength);
  const width = ballots.choices.length;
  const { rounds, tell } = createRounds(task);
  const pairs = pairwiseTable(task, matrix);
  const unasked = lockVictories(classes, width, () => err(notAsked));
  const certain = unasked.ok ? null : certainWinner(matrix, standing, task.options.strength);
  if (certain !== null) {
    const others = standing.filter((choice) => choice !== certain);
    const elect: CountAction = { kind: 'elect', choices: [certain], reason: 'undefeated' };
    tell({ votes: ballots.choices.map(() => null), actions: [elect], elected: [certain] });
    return {
      rounds,
      outcome: settle(ok([certain]), { seats: 1, ranking: [[certain], others] }),
      tables: [pairs],
    };
  }
  const locked = unasked.ok ? unasked : lockVictories(classes, width, () => rankByLot(ties, standing));
  if (!locked.ok) {
    tell({ votes: ballots.choices.map(() => null), actions: [{ kind: 'stop', reason: 'lot-needed' }] });
    return { rounds, outcome: settle(locked, { seats: 1, ranking: null }), tables: [pairs] };
  }
  const { order } = locked.value;
  const layers = layersOf(standing, (a, b) => order.reaches(a, b));
  const elected = electOne(task, layers[0] ?? [], locked.value);
  const wins = (a: number): string => String(standing.filter((b) => order.reaches(a, b)).length);
  const action: CountAction = electionOf(elected, 'undefeated');
  tell({
    votes: ballots.choices.map((_, choice) => (standing.includes(choice) ? wins(choice) : null)),
    actions: [action],
    elected: elected.ok ? elected.value : [],
  });
  const outcome = settle(elected, { seats: 1, ranking: layers });
  return { rounds, outcome, tables: [pairs, victoriesTable(task, locked.value)] };
};

/** Stands for the question while it is not known whether a lot would change who is elected. */
const notAsked: OpenTie = { round: 1, purpose: 'order', choices: [], places: 0, want: 'most' };

/** All who stand, best first; asked for as their order up to the last but one. */
const rankByLot = (ties: Task['ties'], standing: readonly number[]): Result<readonly number[], OpenTie> => {
  const places = standing.length - 1;
  const first = ties.choose({ round: 1, purpose: 'order', want: 'most', choices: standing, places });
  if (!first.ok) return first;
  return ok([...first.value, ...standing.filter((choice) => !first.value.includes(choice))]);
};

/** Of several unbeaten, which only draws leave, the best by the lot, which is asked for now unless it was before. */
const electOne = (
  task: Task,
  unbeaten: readonly number[],
  { ranking }: Locked,
): Result<readonly number[], OpenTie> => {
  if (namedStanding(task).length === 0) return ok([]);
  const drawn = ranking?.find((choice) => unbeaten.includes(choice));
  if (drawn !== undefined) return ok([drawn]);
  const compare = (): number => 0;
  const question = { round: 1, purpose: 'elect', want: 'most', places: 1, compare } as const;
  return pick(task.ties, { candidates: unbeaten, ...question });
};

/** Those whom nobody left reaches, and so on. */
const layersOf = (standing: readonly number[], reaches: (a: number, b: number) => boolean): number[][] => {
  let left = [...standing];
  const layers: number[][] = [];
  while (left.length > 0) {
    const top = left.filter((a) => !left.some((b) => reaches(b, a)));
    layers.push(top);
    left = left.filter((choice) => !top.includes(choice));
  }
  return layers;
};

const victoriesTable = ({ ballots, votes }: Task, { victories }: Locked): ReportTable => ({
  name: 'victories',
  columns: ['strength', 'locked'],
  rows: victories.map(({ victory: { winner, loser, strength }, locked }) => ({
    label: `${ballots.choices[winner]!.name} > ${ballots.choices[loser]!.name}`,
    cells: [votes(strength), locked ? '1' : '0'],
  })),
});
