import type { ChoiceId, ContestId, PartyId } from '@comitium/basics';
import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/transaction.ts';
import './election-tables.ts';

/** With its choices. */
export const deleteContestRow = async (tx: Transaction, id: ContestId): Promise<void> => {
  await tx.deleteFrom('contest').where('id', '=', id).execute();
};

export interface ContestRowEdit {
  readonly name: string;
  readonly seats: number;
  readonly heldById: PartyId | null;
}

export const updateContestRow = async (
  tx: Transaction,
  id: ContestId,
  { name, seats, heldById }: ContestRowEdit,
): Promise<void> => {
  await tx.updateTable('contest').set({ name, seats, held_by_id: heldById }).where('id', '=', id).execute();
};

export interface ChoiceRowEdit {
  readonly name: string;
  readonly color: string;
  readonly partyId: PartyId | null;
}

export const updateChoiceRow = async (
  tx: Transaction,
  id: ChoiceId,
  { name, color, partyId }: ChoiceRowEdit,
): Promise<void> => {
  await tx.updateTable('choice').set({ name, color, party_id: partyId }).where('id', '=', id).execute();
};

/** The choices after it move up. */
export const deleteChoiceRow = async (tx: Transaction, id: ChoiceId): Promise<void> => {
  await sql`
    with gone as (delete from choice where id = ${id} returning contest_id, ballot_order)
    update choice set ballot_order = choice.ballot_order - 1 from gone
    where choice.contest_id = gone.contest_id and choice.ballot_order > gone.ballot_order`.execute(tx);
};

/** Makes room at a place of the ballot. */
export const moveChoicesDown = async (tx: Transaction, id: ContestId, from: number): Promise<void> => {
  await sql`update choice set ballot_order = ballot_order + 1
    where contest_id = ${id} and ballot_order >= ${from}`.execute(tx);
};
