import type { Amount } from '../../exact/amount.ts';
import type { CountRound } from '../count-report.ts';
import type { CountTask } from '../counting-method.ts';
import type { OptionsOf } from '../options.ts';
import type { RoundToTell } from '../tell-rounds.ts';
import type { starOptions } from './star-options.ts';

export type StarTask = CountTask<OptionsOf<typeof starOptions>>;

/** What the parts of one count share. */
export interface StarCount {
  readonly task: StarTask;
  /** By points. */
  readonly compare: (a: number, b: number) => number;
  /** Per choice units of top scores. */
  readonly tops: Float64Array;
  readonly rounds: readonly CountRound[];
  readonly tell: (round: RoundToTell) => void;
}

/** Figures of a round in which only some take part. */
export const figuresOf = (
  { ballots }: StarTask,
  among: readonly number[],
  show: (choice: number) => Amount,
): (Amount | null)[] => ballots.choices.map((_, choice) => (among.includes(choice) ? show(choice) : null));
