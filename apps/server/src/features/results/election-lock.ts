import type { ElectionState } from '@comitium/contract';
import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';

const taking: readonly ElectionState[] = ['open', 'counting', 'provisional', 'reopened'];

export const takesSheets = (state: ElectionState): boolean => taking.includes(state);

/** Which of the elections take sheets, held so until the transaction ends: no state can change under a sheet. */
export const electionsTakingSheets = async (
  tx: Transaction,
  ids: ReadonlySet<string>,
): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string; state: ElectionState }>`/* prepared */
    select id, state from election where id = any(${[...ids]}::uuid[]) order by id for share`.execute(tx);
  return new Set(rows.filter((row) => takesSheets(row.state)).map((row) => row.id));
};
