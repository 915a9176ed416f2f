import type { SeatTie } from './allocation.ts';

/** The order in which choices were drawn, first drawn first. */
export type Lot = readonly number[];

/** The choices of a tie that a lot gives a seat; null where the lot does not name all of them, so that it settles nothing. */
export const settleByLot = ({ choices, seatsAtStake }: SeatTie, lot: Lot | undefined): number[] | null => {
  if (lot === undefined) return null;
  const drawn = lot.filter((choice, i) => choices.includes(choice) && lot.indexOf(choice) === i);
  return drawn.length === choices.length ? drawn.slice(0, seatsAtStake) : null;
};
