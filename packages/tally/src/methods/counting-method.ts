import type { Result } from '@comitium/basics';
import type { BallotForm, Ballots } from '../ballots/ballots.ts';
import type { Amount } from '../exact/amount.ts';
import type { TieBreaker } from '../ties/tie-breaker.ts';
import type { TieRules } from '../ties/tie-rules.ts';
import type { CountProblem } from './count-problem.ts';
import type { CountOutcome, CountReport, CountRound, Measure, ReportTable } from './count-report.ts';
import type { OptionDescriptions, OptionsOf } from './options.ts';

/** A rule of counting that anybody can call by name; made by `defineMethod`. */
export interface CountingMethod {
  /** kebab-case, the name of its folder: `irv`, `scottish-stv`. */
  readonly name: string;
  /** English, for people. */
  readonly title: string;
  /** Where the rule is written down. */
  readonly source: string;
  readonly forms: readonly BallotForm[];
  /** How many seats it can fill. */
  readonly seats: 'one' | 'several';
  readonly measure: Measure;
  readonly options: OptionDescriptions;
  /** Rules of ties that the source itself has: they come before those of the settings. */
  readonly ties?: TieRules | undefined;
  /**
   * Counts. The same ballots and settings give the same report, in whatever order the ballots came. What can be wrong with
   * the settings is answered as problems; a tie that needs a lot is an outcome, not a problem.
   */
  readonly count: (ballots: Ballots, settings?: CountSettings) => Result<CountReport, CountProblem[]>;
}

export interface CountSettings {
  /** Default 1. */
  readonly seats?: number | undefined;
  /** By name; what is left out has its default. Text is read as a command line would. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** Default none: every tie stops the count and asks. */
  readonly ties?: TieRules | undefined;
  /** Called at the end of each round with its number: for a bar of progress, nothing else. */
  readonly onRound?: ((round: number) => void) | undefined;
}

/** What a method is: its description, and its arithmetic on checked input. */
export interface MethodDefinition<D extends OptionDescriptions>
  extends Omit<CountingMethod, 'count' | 'options'> {
  readonly options: D;
  readonly count: (task: CountTask<OptionsOf<D>>) => Result<CountStory, CountProblem[]>;
}

/** Everything a count may know. */
export interface CountTask<Options> {
  readonly ballots: Ballots;
  readonly seats: number;
  readonly options: Options;
  readonly ties: TieBreaker;
  /** Choices that can win: neither withdrawn nor undeclared write-ins. */
  readonly standing: readonly number[];
  /** Weight units as an amount of votes. */
  readonly votes: (units: number) => Amount;
  readonly onRound: (round: number) => void;
}

/** What a count tells; `defineMethod` adds what is the same for all. */
export interface CountStory {
  readonly rounds: readonly CountRound[];
  readonly outcome: CountOutcome;
  readonly tables?: readonly ReportTable[];
  /** Where the ballots decide how many are elected, not the settings. */
  readonly seats?: number;
}
