import type { ElectionId, RegisterId } from '@comitium/basics';
import type { Basis, ElectionSettings, ElectionState } from '@comitium/contract';
import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/transaction.ts';
import './election-tables.ts';

export interface NewElection {
  readonly id: ElectionId;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly pollingDate: string;
  readonly pollsCloseAt: string | null;
  readonly registerId: RegisterId;
  readonly previousId: ElectionId | null;
  readonly followsId: ElectionId | null;
  readonly basis: Basis;
  readonly settings: ElectionSettings;
  readonly simulated: boolean;
}

/** Keeps the register from being deleted until the transaction ends; false where it is gone. */
export const holdRegister = async (tx: Transaction, id: RegisterId): Promise<boolean> => {
  const row = await tx
    .selectFrom('register')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst();
  return row !== undefined;
};

/** Whether it was written: not where another election has the code. */
export const insertElection = async (tx: Transaction, election: NewElection): Promise<boolean> => {
  const { id, code, name, kind, basis, simulated } = election;
  const row = await tx
    .insertInto('election')
    .values({
      ...{ id, code, name, kind, basis, simulated },
      polling_date: election.pollingDate,
      polls_close_at: election.pollsCloseAt,
      register_id: election.registerId,
      previous_id: election.previousId,
      follows_id: election.followsId,
      state: 'setup',
      settings: JSON.stringify(election.settings),
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** Waits for the sheets that are being taken in, and for other changes. */
export const lockElection = async (tx: Transaction, id: ElectionId): Promise<void> => {
  await tx.selectFrom('election').select('id').where('id', '=', id).forUpdate().execute();
};

export const bumpElectionVersion = async (tx: Transaction, id: ElectionId): Promise<void> => {
  await tx.updateTable('election').set({ version: sql`version + 1` }).where('id', '=', id).execute();
};

export const updateElectionState = async (
  tx: Transaction,
  id: ElectionId,
  state: ElectionState,
): Promise<void> => {
  await tx.updateTable('election').set({ state }).where('id', '=', id).execute();
};

export type ElectionEdit = Pick<
  NewElection,
  'name' | 'pollingDate' | 'pollsCloseAt' | 'previousId' | 'basis' | 'settings'
>;

export const updateElectionRow = async (
  tx: Transaction,
  id: ElectionId,
  edit: ElectionEdit,
): Promise<void> => {
  await tx
    .updateTable('election')
    .set({
      name: edit.name,
      polling_date: edit.pollingDate,
      polls_close_at: edit.pollsCloseAt,
      previous_id: edit.previousId,
      basis: edit.basis,
      settings: JSON.stringify(edit.settings),
    })
    .where('id', '=', id)
    .execute();
};
