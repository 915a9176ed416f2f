import type { FindingValues } from './finding-values.ts';

/** `error` refuses the sheet, `hold` keeps it out of the totals until a person has looked, `warning` only tells. */
export type Severity = 'error' | 'hold' | 'warning';

export type StructuralCode =
  | 'unknown_choice'
  | 'missing_choice'
  | 'repeated_choice'
  | 'foreign_choice'
  | 'negative_figure'
  | 'fractional_figure'
  | 'figure_too_large';

export type PlausibilityCode =
  | 'sum_differs'
  | 'cast_exceeds_registered'
  | 'registered_differs'
  | 'all_zero'
  | 'rejected_share_high'
  | 'one_choice_dominates'
  | 'turnout_unusual'
  | 'figures_identical'
  | 'captured_before_close'
  | 'swing_unusual'
  | 'captured_in_future';

export type CheckCode = StructuralCode | PlausibilityCode;

/** One broken rule of SPEC.md, once per sheet, naming every field concerned. */
export interface Finding {
  /** The rule's number, `S01` … */
  readonly rule: string;
  readonly code: CheckCode;
  readonly severity: Severity;
  /** English, for people: the figures, and what to do. */
  readonly message: string;
  /** `votes.<choice>`, `rejected`, `cast`, `registered`, `capturedAt`. */
  readonly fields: string[];
  /** What the message is made of, so that it can be said in other languages and with other marks in its numbers. */
  readonly values: FindingValues;
}
