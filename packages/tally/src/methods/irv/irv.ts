// San Francisco Charter § 13.102 (instant-runoff voting), with the marking rules that jurisdictions choose among.
import { ok, type Result } from '@comitium/basics';
import { readPreferences } from '../../ballots/preferences.ts';
import { type Amount, amount } from '../../exact/amount.ts';
import { rational } from '../../exact/rational.ts';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountAction } from '../count-action.ts';
import type { CountRound, VoteThreshold } from '../count-report.ts';
import { defineMethod } from '../define-method.ts';
import { classesOf } from '../pick.ts';
import { createPiles, type Movement, type Piles } from '../piles.ts';
import { leftoversOf, settle, standingsOf, votesByChoice } from '../story.ts';
import { type Decision, decideRound, type IrvTask } from './decide-round.ts';
import { irvOptions } from './irv-options.ts';

/** The choice with fewest votes is excluded and its ballots move on, until somebody has a majority. Rules: SPEC.md. */
export const irv = defineMethod({
  name: 'irv',
  title: 'Instant-runoff voting',
  source: 'San Francisco Charter § 13.102',
  forms: ['choose', 'rank', 'score'],
  seats: 'one',
  measure: 'votes',
  options: irvOptions,
  count(task) {
    const state = start(task);
    for (;;) {
      const decided = decideRound(task, { ...state, round: state.rounds.length + 1 });
      const decision = playRound(task, state, decided);
      task.onRound(state.rounds.length);
      if (decision === 'ended') return ok({ rounds: state.rounds, outcome: outcomeOf(decided, state) });
    }
  },
});

interface State {
  readonly piles: Piles;
  readonly units: Float64Array;
  readonly inCount: Uint8Array;
  continuing: readonly number[];
  minimumDone: boolean;
  readonly rounds: CountRound[];
  readonly history: Float64Array[];
  /** Who was excluded, the last first, those excluded together by their votes. */
  excluded: number[][];
}

const start = ({ ballots, options }: IrvTask): State => {
  const piles = createPiles(ballots, readPreferences(ballots, options));
  const inCount = Uint8Array.from(ballots.choices, ({ withdrawn }) => (withdrawn ? 0 : 1));
  const continuing = ballots.choices.flatMap((_, choice) => (inCount[choice] === 1 ? [choice] : []));
  const minimumDone = options.minimumVotes === 0;
  return {
    piles,
    units: piles.units,
    inCount,
    continuing,
    minimumDone,
    rounds: [],
    history: [],
    excluded: [],
  };
};

/** Writes the round down, and takes out whoever is excluded. */
const playRound = (task: IrvTask, state: State, decided: Result<Decision, OpenTie>): 'goes on' | 'ended' => {
  const { ballots, votes } = task;
  const { piles, inCount, continuing } = state;
  const out = decided.ok && decided.value.kind === 'exclude' ? decided.value.choices : [];
  const elected = decided.ok && decided.value.kind === 'elect' ? decided.value.choices : [];
  const before = {
    number: state.rounds.length + 1,
    contest: 1,
    votes: votesByChoice(ballots.choices, state.units, votes, (choice) => inCount[choice] === 1),
    leftovers: leftoversOf(piles.leftovers, votes),
    thresholds: thresholdsOf(task, state),
    actions: [actionOf(decided)],
  };
  state.history.push(state.units.slice());
  const byVotes = (a: number, b: number): number => state.units[a]! - state.units[b]!;
  state.excluded = [...classesOf(out, byVotes), ...state.excluded];
  for (const choice of out) inCount[choice] = 0;
  state.continuing = continuing.filter((choice) => inCount[choice] === 1);
  if (decided.ok && decided.value.kind === 'exclude' && decided.value.reason === 'below-minimum')
    state.minimumDone = true;
  const transfers = piles
    .release(out, inCount)
    .map(({ units, ...way }: Movement) => ({ ...way, votes: votes(units) }));
  const excluded = state.excluded.flat();
  state.rounds.push({ ...before, standing: standingsOf(ballots.choices, { elected, excluded }), transfers });
  return out.length > 0 ? 'goes on' : 'ended';
};

/** Half of the votes in the count: more than it is a majority. */
const thresholdsOf = ({ options, votes, ballots }: IrvTask, { continuing, units, minimumDone }: State) => {
  const thresholds: VoteThreshold[] = [];
  const total = continuing.reduce((sum, choice) => sum + units[choice]!, 0);
  if (options.stop === 'majority')
    thresholds.push({ kind: 'majority', votes: half(total, ballots.weightScale) });
  if (!minimumDone)
    thresholds.push({ kind: 'minimum', votes: votes(options.minimumVotes * ballots.weightScale) });
  return thresholds;
};

const half = (units: number, weightScale: number): Amount => amount(rational(units, 2 * weightScale));

const actionOf = (decided: Result<Decision, OpenTie>): CountAction => {
  if (!decided.ok) return { kind: 'stop', reason: 'lot-needed' };
  return decided.value.kind === 'nobody' ? { kind: 'stop', reason: 'no-votes' } : decided.value;
};

const outcomeOf = (decided: Result<Decision, OpenTie>, { units, continuing, excluded }: State) => {
  if (!decided.ok) return settle(decided, { seats: 1, ranking: null });
  const elected = decided.value.kind === 'elect' ? decided.value.choices : [];
  const others = continuing.filter((choice) => !elected.includes(choice));
  const rest = classesOf(others, (a, b) => units[a]! - units[b]!);
  const ranking = [...elected.map((choice) => [choice]), ...rest, ...excluded];
  return settle(ok(elected), { seats: 1, ranking });
};
