import type { Amount } from '../exact/amount.ts';

/** What a round decided, in order. Reasons are a closed list, so that every one can be told in words. */
export type CountAction =
  | { readonly kind: 'elect'; readonly choices: readonly number[]; readonly reason: ElectReason }
  | { readonly kind: 'exclude'; readonly choices: readonly number[]; readonly reason: ExcludeReason }
  | {
      readonly kind: 'surplus';
      readonly choice: number;
      readonly surplus: Amount;
      /** What one vote is worth from now on; null where papers move instead. */
      readonly transferValue: Amount | null;
    }
  | { readonly kind: 'advance'; readonly choices: readonly number[]; readonly reason: AdvanceReason }
  | { readonly kind: 'stop'; readonly reason: StopReason };

export type ElectReason =
  | 'most-votes'
  | 'majority'
  | 'quota'
  /** As many votes as the votes still active divided by one more than the seats left: nobody can prevent it (ERS97). */
  | 'active-vote'
  /** No more choices are left than seats. */
  | 'last-standing'
  | 'beats-all'
  /** Nobody who is left has less than the share that is needed. */
  | 'reached-share'
  | ComparedReason
  | 'smallest-defeat'
  /** No victory that was locked in is against them. */
  | 'undefeated'
  | 'strongest-paths';

/** Who goes on to the next round, or the next comparison. */
export type AdvanceReason = 'most-votes' | ComparedReason;

/** What was compared: the figures of the round. */
export type ComparedReason =
  | 'most-approvals'
  | 'most-points'
  | 'most-wins'
  | 'largest-margin'
  /** The fewest preferences for others over them. */
  | 'least-opposed'
  /** In contests of two, more voters put them above the other. */
  | 'preferred-by-more'
  | 'fewest-defeats'
  | 'most-top-scores'
  | 'best-grade';

export type ExcludeReason =
  | 'fewest-votes'
  /** Together with all below they have fewer votes than the next. */
  | 'cannot-catch-up'
  | 'undeclared-write-in'
  | 'below-minimum';

export type StopReason = 'lot-needed' | 'runoff-needed' | 'no-votes' | 'nobody-beats-all';
