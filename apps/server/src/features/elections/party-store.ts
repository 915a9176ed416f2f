import type { PartyId } from '@comitium/basics';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PartyFacts } from './election-facts.ts';
import './election-tables.ts';

export const updatePartyRow = async (
  tx: Transaction,
  { id, name, shortName, color }: PartyFacts,
  formerColor: string,
): Promise<void> => {
  await tx.updateTable('party').set({ name, short_name: shortName, color }).where('id', '=', id).execute();
  if (color === formerColor) return;
  await tx
    .updateTable('choice')
    .set({ color })
    .where('party_id', '=', id)
    .where('color', '=', formerColor)
    .execute();
};

export const deletePartyRow = async (tx: Transaction, id: PartyId): Promise<void> => {
  await tx.deleteFrom('party').where('id', '=', id).execute();
};
