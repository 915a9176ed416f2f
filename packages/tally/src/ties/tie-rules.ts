/** One way to break a tie; choices are places of the ballot paper. Rules and their sources: SPEC.md. */
export type TieRule =
  | {
      readonly by: 'earlier-rounds';
      /** `latest`: the nearest round before in which they differ (the Scottish Order of 2007); `first`: from round one on (ERS97). */
      readonly from: 'latest' | 'first';
    }
  | { readonly by: 'later-rounds' }
  | {
      readonly by: 'random';
      /** Published before the count, so that nobody can have chosen it for its effect. */
      readonly seed: string;
      readonly generator: 'counter' | 'consistent-sampler';
    }
  | { readonly by: 'ballot-order' }
  | {
      readonly by: 'lot';
      /** Each an order as drawn, best first. */
      readonly lots: readonly (readonly number[])[];
    };

/** Rules in the order in which they are tried; when none is left the count stops and asks. */
export type TieRules = readonly TieRule[];

/** What the chosen will be: elected, excluded, have their surplus or their votes transferred first, go on to the next round, or stand first. */
export type TiePurpose = 'elect' | 'exclude' | 'surplus' | 'advance' | 'order';

/** Votes of other rounds, for rules that look there. */
export interface RoundsToCompare {
  /** How many rounds there are to look at. */
  readonly count: number;
  /** Above 0 when a had more votes than b in that round (0 to count − 1, in the order of counting), below 0 when fewer. */
  readonly compare: (round: number, a: number, b: number) => number;
}

/** Some of `choices` must be taken and the votes of this round do not say which. */
export interface TieQuestion {
  /** The round that asks, from 1. */
  readonly round: number;
  readonly purpose: TiePurpose;
  /** All with equal votes. */
  readonly choices: readonly number[];
  /** How many of them are to be taken: 1 to choices − 1. */
  readonly places: number;
  /** Whether those with most or with fewest are wanted. */
  readonly want: 'most' | 'fewest';
  readonly earlier?: RoundsToCompare | undefined;
  readonly later?: RoundsToCompare | undefined;
}

/** A tie that no rule could break: someone must draw a lot among `choices`. */
export interface OpenTie {
  readonly round: number;
  readonly purpose: TiePurpose;
  /** Those among whom the lot is to be drawn, in ballot order. */
  readonly choices: readonly number[];
  readonly places: number;
  readonly want: 'most' | 'fewest';
}

/** What one rule contributed: classes from best to worst, those it could not tell apart together. */
export interface TieStep {
  readonly by: TieRule['by'];
  readonly classes: readonly (readonly number[])[];
  /** The evidence: rounds looked at (from 1), numbers drawn, tickets, or the lot used. */
  readonly evidence: TieEvidence;
}

export type TieEvidence =
  | { readonly kind: 'round'; readonly round: number }
  | { readonly kind: 'draws'; readonly seed: string; readonly draws: readonly DrawnChoice[] }
  | { readonly kind: 'tickets'; readonly seed: string; readonly tickets: readonly string[] }
  | { readonly kind: 'paper' }
  | { readonly kind: 'lot'; readonly lot: readonly number[] };

export interface DrawnChoice {
  readonly choice: number;
  readonly counter: number;
  readonly hash: string;
  readonly among: number;
}

/** A tie and how it was broken, or that it was not. */
export interface TieDecision {
  readonly round: number;
  readonly purpose: TiePurpose;
  readonly choices: readonly number[];
  readonly places: number;
  readonly want: 'most' | 'fewest';
  /** Who was taken, best first; empty while the tie is open. */
  readonly chosen: readonly number[];
  readonly steps: readonly TieStep[];
  readonly open: OpenTie | null;
}
