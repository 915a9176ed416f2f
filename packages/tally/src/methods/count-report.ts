import type { Choice } from '../ballots/ballots.ts';
import type { Amount } from '../exact/amount.ts';
import type { OpenTie, TieDecision } from '../ties/tie-rules.ts';
import type { CountAction } from './count-action.ts';
import type { OptionValues } from './options.ts';

/**
 * The whole story of a count, as plain JSON: enough to draw it as a table or a flow and to tell it in words. Choices are
 * places in `choices`. It depends on the ballots and the settings alone, not on the order of the ballots.
 */
export interface CountReport {
  readonly version: 1;
  readonly method: { readonly name: string; readonly title: string; readonly source: string };
  /** Every option with the value used, defaults included. */
  readonly options: OptionValues;
  readonly seats: number;
  readonly choices: readonly Choice[];
  readonly measure: Measure;
  /** Ballots by weight: all, and those without a mark among them. */
  readonly ballots: { readonly cast: Amount; readonly blank: Amount };
  readonly rounds: readonly CountRound[];
  readonly outcome: CountOutcome;
  /** Every tie, in the order in which they arose, and how it was broken. */
  readonly ties: readonly TieDecision[];
  /** Whatever else the method computed: a pairwise matrix, a spread of grades. */
  readonly tables: readonly ReportTable[];
}

/**
 * What `CountRound.votes` counts. In `votes` each ballot is at one place at a time: votes and leftovers of every round add up
 * to the ballots cast, and transfers lead from one round to the next. In the others a ballot may speak for several choices.
 */
export type Measure = 'votes' | 'approvals' | 'points' | 'wins' | 'strength';

export interface CountRound {
  /** From 1. */
  readonly number: number;
  /** Where a method counts several contests in a row (sequential methods, two rounds, a score round and a run-off): which one, from 1. */
  readonly contest: number;
  /** Per choice what it has in this round; null when it takes no part. */
  readonly votes: readonly (Amount | null)[];
  /** Per choice where it stands when the round is over. */
  readonly standing: readonly Standing[];
  /** Votes that are nobody's in this round, by reason; reasons without votes are left out. */
  readonly leftovers: readonly LeftoverVotes[];
  /** What was needed in this round. */
  readonly thresholds: readonly VoteThreshold[];
  readonly actions: readonly CountAction[];
  /** What moves because of the actions; the next round shows it moved. */
  readonly transfers: readonly Transfer[];
}

export type Standing = 'continuing' | 'elected' | 'excluded' | 'withdrawn';

/** Why votes are nobody's: the ballot ran out of choices, or ended by a marking rule, was blank, or was lost in rounding. */
export type Leftover = 'ran-out' | 'overvote' | 'skipped-ranks' | 'repeat' | 'blank' | 'rounding';

export interface LeftoverVotes {
  readonly reason: Leftover;
  readonly votes: Amount;
}

/**
 * `quota`: reaching it elects. `majority`: more than it elects. `minimum`: whoever stays below is excluded. `maximum-quota`: what the
 * quota would be if every ballot cast were valid.
 */
export interface VoteThreshold {
  readonly kind: 'quota' | 'majority' | 'minimum' | 'maximum-quota';
  readonly votes: Amount;
}

export interface Transfer {
  readonly from: number;
  readonly to: number | Leftover;
  readonly votes: Amount;
}

export interface CountOutcome {
  /** `lot-needed`: `open` must be settled and given as a lot. `runoff-needed`: another vote among `runoff`. */
  readonly state: 'decided' | 'lot-needed' | 'runoff-needed';
  /** In the order of election. */
  readonly elected: readonly number[];
  /** Every choice that stood, best first, those not told apart together; null where the method ranks nobody. */
  readonly ranking: readonly (readonly number[])[] | null;
  /** Seats that nobody can have. */
  readonly unfilled: number;
  readonly open: OpenTie | null;
  readonly runoff: readonly number[] | null;
}

/** Cells by row and column; labels are choice names or words such as grades. */
export interface ReportTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (Amount | null)[] }[];
}
