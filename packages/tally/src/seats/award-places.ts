import { cut } from '../rollup/cut.ts';
import type { SeatTie } from './allocation.ts';
import { type Lot, settleByLot } from './settle-by-lot.ts';

/** How equal claims are told apart, as the law says. */
export interface TieSettings {
  /** Equal claims go to the choice with more votes, as in Spain (LOREG art. 163.1 d); what is still equal is a tie. Default: every equality is a tie. */
  readonly moreVotesFirst?: boolean | undefined;
  /** Settles a tie, where the law lets a lot do so. */
  readonly lot?: Lot | undefined;
}

export interface Awarded {
  readonly winners: readonly number[];
  readonly tie: SeatTie | null;
}

/** Who of some equal claimants gets a seat when `left` are left. */
export const awardPlaces = (
  claimants: readonly number[],
  left: number,
  { votes, moreVotesFirst, lot }: TieSettings & { readonly votes: readonly number[] },
): Awarded => {
  if (claimants.length <= left) return { winners: claimants, tie: null };
  // Equal weights tie all claimants.
  const weights = moreVotesFirst === true ? votes : votes.map(() => 0);
  const { through, tie: equal } = cut(weights, claimants, left);
  if (equal === null) return { winners: through, tie: null };
  const tie = { choices: equal.choices, seatsAtStake: equal.places };
  const drawn = settleByLot(tie, lot);
  return drawn === null ? { winners: through, tie } : { winners: [...through, ...drawn], tie: null };
};
