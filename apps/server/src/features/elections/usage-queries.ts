import type { ElectionId, PartyId, RaceId } from '@comitium/basics';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Transaction } from '../../platform/database/transaction.ts';

const ask = async (
  tx: QueryExecutorProvider,
  question: ReturnType<typeof sql<boolean>>,
): Promise<boolean> => {
  const { rows } = await sql<{ answer: boolean }>`select ${question} as answer`.execute(tx);
  return rows[0]?.answer ?? true;
};

/** Whether sheets or calls hang on the ballots of the election. */
export const electionHasResults = (tx: QueryExecutorProvider, id: ElectionId): Promise<boolean> =>
  ask(
    tx,
    sql`exists (select from sheet where election_id = ${id}) or exists (
      select from area_call join race on race.id = area_call.race_id where race.election_id = ${id})`,
  );

/** The same for one race: its columns depend on all of its contests. */
export const raceHasResults = (tx: Transaction, electionId: ElectionId, id: RaceId): Promise<boolean> =>
  ask(
    tx,
    sql`exists (select from sheet where election_id = ${electionId} and race_id = ${id})
      or exists (select from area_call where race_id = ${id})`,
  );

/** Whether anybody stands for the party or holds a seat of it. */
export const partyIsUsed = (tx: Transaction, id: PartyId): Promise<boolean> =>
  ask(
    tx,
    sql`exists (select from choice where party_id = ${id}) or exists (
      select from contest where held_by_id = ${id})`,
  );
