// Rounds of exclusion, whatever rule decides them: who is out leaves, and the ballots move on.
import type { Result } from '@comitium/basics';
import { type MarkingRules, readPreferences } from '../../ballots/preferences.ts';
import type { OpenTie, RoundsToCompare } from '../../ties/tie-rules.ts';
import type { CountAction } from '../count-action.ts';
import type { CountRound, VoteThreshold } from '../count-report.ts';
import type { CountTask } from '../counting-method.ts';
import { type CountAhead, laterRounds } from '../later-rounds.ts';
import { classesOf } from '../pick.ts';
import { createPiles, type Movement, type Piles } from '../piles.ts';
import { leftoversOf, standingsOf, votesByChoice } from '../story.ts';
import type { Decision, RoundState } from './decide-round.ts';

/** What differs between counts by exclusion. */
export interface ExclusionRules {
  readonly marking: MarkingRules;
  readonly decide: (state: RoundState) => Result<Decision, OpenTie>;
  /** What is needed in this round, for the report. */
  readonly thresholds: (state: RoundState) => VoteThreshold[];
}

/** Where a count stands among several in a row. */
export interface Contest {
  readonly contest: number;
  /** Rounds that were counted before it. */
  readonly roundsBefore: number;
}

export interface Played {
  readonly rounds: readonly CountRound[];
  /** What ended it. */
  readonly decided: Result<Decision, OpenTie>;
  /** Best first: the elected, the others who were left, and the excluded, those excluded together by their votes. */
  readonly ranking: readonly (readonly number[])[];
}

type Task = Pick<CountTask<unknown>, 'ballots' | 'votes' | 'onRound'>;

/** Plays rounds until a decision excludes nobody. */
export const playRounds = (
  task: Task,
  rules: ExclusionRules,
  { contest, roundsBefore }: Contest = { contest: 1, roundsBefore: 0 },
): Played => {
  const state = start(task, rules, { contest, roundsBefore });
  for (;;) {
    const laterOf = (tied: readonly number[]): RoundsToCompare => laterRounds(tied, () => fork(state));
    const seen = { ...state, round: roundsBefore + state.rounds.length + 1, laterOf };
    const decided = rules.decide(seen);
    const thresholds = rules.thresholds(seen);
    const goesOn = playRound(task, state, { decided, thresholds });
    task.onRound(roundsBefore + state.rounds.length);
    if (!goesOn) return { rounds: state.rounds, decided, ranking: rankingOf(decided, state) };
  }
};

const fork = ({ piles, inCount }: State): CountAhead => {
  const copy = { piles: piles.fork(), inCount: inCount.slice() };
  const release = (choices: readonly number[]): void => void copy.piles.release(choices, copy.inCount);
  return { units: copy.piles.units, inCount: copy.inCount, release };
};

interface State {
  readonly contest: number;
  readonly roundsBefore: number;
  readonly piles: Piles;
  readonly units: Float64Array;
  readonly inCount: Uint8Array;
  continuing: readonly number[];
  readonly unitsAtFirst: number;
  minimumDone: boolean;
  readonly rounds: CountRound[];
  readonly history: Float64Array[];
  /** Who was excluded, the last first, those excluded together by their votes. */
  excluded: number[][];
}

const start = ({ ballots }: Task, { marking }: ExclusionRules, { contest, roundsBefore }: Contest): State => {
  const piles = createPiles(ballots, readPreferences(ballots, marking));
  const inCount = Uint8Array.from(ballots.choices, ({ withdrawn }) => (withdrawn ? 0 : 1));
  return {
    contest,
    roundsBefore,
    piles,
    units: piles.units,
    inCount,
    continuing: ballots.choices.flatMap((_, choice) => (inCount[choice] === 1 ? [choice] : [])),
    unitsAtFirst: piles.units.reduce((sum, held) => sum + held, 0),
    minimumDone: false,
    rounds: [],
    // In rounds of the contests before everybody is equal, so that rules that look there pass over them.
    history: Array.from({ length: roundsBefore }, () => new Float64Array(ballots.choices.length)),
    excluded: [],
  };
};

interface Deciding {
  readonly decided: Result<Decision, OpenTie>;
  readonly thresholds: readonly VoteThreshold[];
}

/** Writes the round down, and takes out whoever is excluded; false when nobody was. */
const playRound = ({ ballots, votes }: Task, state: State, { decided, thresholds }: Deciding): boolean => {
  const { piles, inCount, continuing } = state;
  const out = decided.ok && decided.value.kind === 'exclude' ? decided.value.choices : [];
  const elected = decided.ok && decided.value.kind === 'elect' ? decided.value.choices : [];
  const before = {
    number: state.roundsBefore + state.rounds.length + 1,
    contest: state.contest,
    votes: votesByChoice(ballots.choices, state.units, votes, (choice) => inCount[choice] === 1),
    leftovers: leftoversOf(piles.leftovers, votes),
    thresholds,
    actions: [actionOf(decided)],
  };
  state.history.push(state.units.slice());
  const byVotes = (a: number, b: number): number => state.units[a]! - state.units[b]!;
  state.excluded = [...classesOf(out, byVotes), ...state.excluded];
  for (const choice of out) inCount[choice] = 0;
  state.continuing = continuing.filter((choice) => inCount[choice] === 1);
  if (decided.ok && decided.value.kind === 'exclude' && decided.value.reason !== 'undeclared-write-in')
    state.minimumDone = true;
  const transfers = piles
    .release(out, inCount)
    .map(({ units, ...way }: Movement) => ({ ...way, votes: votes(units) }));
  const excluded = state.excluded.flat();
  state.rounds.push({ ...before, standing: standingsOf(ballots.choices, { elected, excluded }), transfers });
  return out.length > 0;
};

const actionOf = (decided: Result<Decision, OpenTie>): CountAction => {
  if (!decided.ok) return { kind: 'stop', reason: 'lot-needed' };
  return decided.value.kind === 'nobody' ? { kind: 'stop', reason: 'no-votes' } : decided.value;
};

const rankingOf = (
  decided: Result<Decision, OpenTie>,
  { units, continuing, excluded }: State,
): number[][] => {
  const byVotes = (a: number, b: number): number => units[a]! - units[b]!;
  const elected = decided.ok && decided.value.kind === 'elect' ? decided.value.choices : [];
  const others = continuing.filter((choice) => !elected.includes(choice));
  return [...classesOf(elected, byVotes), ...classesOf(others, byVotes), ...excluded];
};
