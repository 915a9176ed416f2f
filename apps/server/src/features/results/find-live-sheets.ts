import type { AreaId, ContestId } from '@comitium/basics';
import type { Sheet } from '@comitium/contract';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ElectionBook } from '../elections/index.ts';
import { type SheetRow, selectSheet, sheetOfRow } from './sheet-queries.ts';

export interface LiveSheet {
  readonly contestId: ContestId;
  readonly stationId: AreaId;
  readonly sheet: Sheet;
}

/** The live sheets of these stations for these contests: what a correspondent sees beside his stations. */
export const findLiveSheets = async (
  db: Database,
  elections: ElectionBook,
  asked: { contestIds: readonly ContestId[]; stationIds: readonly AreaId[] },
): Promise<LiveSheet[]> => {
  const { rows } = await sql<SheetRow & { election_id: string }>`${selectSheet}
    where s.station_id = any(${[...asked.stationIds]}::uuid[]) and s.contest_id = any(${[...asked.contestIds]}::uuid[])
      and s.status <> 'rejected'`.execute(db.kysely);
  const sheets: LiveSheet[] = [];
  for (const row of rows) {
    const election = await elections.find(row.election_id);
    if (election === null) continue;
    const contestId = row.contest_id as ContestId;
    sheets.push({ contestId, stationId: row.station_id as AreaId, sheet: sheetOfRow(election, row) });
  }
  return sheets;
};
