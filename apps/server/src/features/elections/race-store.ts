import type { RaceId } from '@comitium/basics';
import type { SeatMethod } from '@comitium/contract';
import type { Transaction } from '../../platform/database/transaction.ts';
import './election-tables.ts';

export interface RaceRowEdit {
  readonly name: string;
  readonly seatMethod: SeatMethod;
  readonly threshold: number;
}

export const updateRaceRow = async (
  tx: Transaction,
  id: RaceId,
  { name, seatMethod, threshold }: RaceRowEdit,
): Promise<void> => {
  await tx
    .updateTable('race')
    .set({ name, threshold, seat_method: seatMethod })
    .where('id', '=', id)
    .execute();
};

/** With its contests. */
export const deleteRaceRow = async (tx: Transaction, id: RaceId): Promise<void> => {
  await tx.deleteFrom('race').where('id', '=', id).execute();
};
