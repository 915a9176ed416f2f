import type { ScoreScale } from '../../ballots/ballots.ts';
import type { KeepingPlan } from '../ballot-file.ts';

/** What the columns of a CSV of ballots mean. */
export interface CsvPlan extends KeepingPlan {
  /**
   * `choices`: columns are ranks, cells name choices. `ranks`, `scores`, `marks`: columns are choices, cells are ranks from 1,
   * scores, or 1/x.
   */
  readonly layout: 'choices' | 'ranks' | 'scores' | 'marks';
  /** Default a comma. */
  readonly delimiter?: ',' | ';' | '\t' | undefined;
  /** The column that holds weights; default none, each row is one vote. */
  readonly weightColumn?: string | undefined;
  /** Columns that hold no votes, such as ballot numbers. */
  readonly ignoredColumns?: readonly string[] | undefined;
  /** Layout `choices`: every choice in the order of the paper; default in the order of first mention. */
  readonly choices?: readonly string[] | undefined;
  /** Layout `choices`: the cell of an overvote; default `overvote`. */
  readonly overvoteCell?: string | undefined;
  /** Layout `choices`: the cell of a skipped rank beside the empty one; default `skipped`. */
  readonly skippedCell?: string | undefined;
  /** Layout `choices`: the cell that stands for undeclared write-ins, which may be the empty one; default none. */
  readonly undeclaredCell?: string | undefined;
  /** Layout `choices`: what parts several choices in one cell, which share the rank; default none, a cell is one choice. */
  readonly cellDelimiter?: string | undefined;
  /** Layout `scores`: what may be given. */
  readonly scale?: ScoreScale | undefined;
}

export const defaultCells = { overvoteCell: 'overvote', skippedCell: 'skipped' } as const;
