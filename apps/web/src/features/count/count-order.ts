import type { BallotForm, Choice } from '@comitium/tally/ballots';
import type { FileProblem, ReadingPlan } from '@comitium/tally/formats';
import type { CountProblem, CountReport } from '@comitium/tally/methods';
import type { TieRules } from '@comitium/tally/ties';

export interface CountSetting {
  readonly method: string;
  readonly seats: number;
  readonly options: Readonly<Record<string, string>>;
  readonly ties: TieRules;
}

/** Read this file, and count it where `count` says how. */
export interface CountOrder {
  readonly file: File;
  readonly plan: ReadingPlan;
  readonly count: CountSetting | null;
}

export interface BallotsSummary {
  readonly title: string | null;
  readonly seats: number | null;
  readonly form: BallotForm;
  readonly choices: readonly Choice[];
  /** How many ballots differ from all others. */
  readonly different: number;
  /** An amount: weights may have decimals. */
  readonly cast: string;
}

export type CountNews =
  /** `part` of 1. */
  | { readonly kind: 'reading'; readonly part: number }
  /** `round` is under way. */
  | { readonly kind: 'counting'; readonly round: number }
  | { readonly kind: 'read'; readonly summary: BallotsSummary }
  | { readonly kind: 'unreadable'; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'counted'; readonly report: CountReport }
  | { readonly kind: 'refused'; readonly problems: readonly CountProblem[] }
  /** The reader of the page ended it. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };
