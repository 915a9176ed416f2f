import { sql } from 'kysely';
import {
  type Database,
  inTransaction,
  plainArray,
  type Transaction,
  textArray,
} from '../../platform/database/index.ts';
import { type NewSheet, stationId } from './new-sheet.ts';
import { statesTakingSheets } from './takes-sheets.ts';

/** What the database says of sheets just now, without holding it: the unique indexes decide when they are written. */
export interface SortedBatch {
  readonly free: readonly NewSheet[];
  /** Their stations have live sheets for the contest, or their authors have used the keys. */
  readonly taken: readonly NewSheet[];
  /** Their elections take no sheets. */
  readonly closed: readonly NewSheet[];
}

/** Of sheets of one batch that stand in each other's way the first is free. */
export const sortOutBatch = async (db: Database, sheets: readonly NewSheet[]): Promise<SortedBatch> => {
  const free: NewSheet[] = [];
  const taken: NewSheet[] = [];
  const closed: NewSheet[] = [];
  const places = new Set<string>();
  const { rows } = await inTransaction(db, (tx) => readStates(tx, sheets), { readOnly: true });
  for (const { n, open, occupied } of rows) {
    const sheet = sheets[n - 1];
    if (sheet === undefined) continue;
    const place = `${sheet.contest.id} ${sheet.stationIndex}`;
    const key = `${sheet.authorId} ${sheet.key}`;
    if (!open) closed.push(sheet);
    else if (occupied || places.has(place) || places.has(key)) taken.push(sheet);
    else {
      free.push(sheet);
      places.add(place).add(key);
    }
  }
  return { free, taken, closed };
};

const readStates = (tx: Transaction, sheets: readonly NewSheet[]) =>
  sql<{ n: number; open: boolean; occupied: boolean }>`/* prepared */
    select d.n::integer as n,
      exists (select from election e where e.id = d.election_id and e.state = any(${plainArray(statesTakingSheets)}::text[]))
        as open,
      exists (select from sheet s
        where s.station_id = d.station_id and s.contest_id = d.contest_id and s.status <> 'rejected')
      or exists (select from sheet_revision r where r.author_id = d.author_id and r.idempotency_key = d.key) as occupied
    from unnest(${plainArray(sheets.map((s) => s.election.id))}::uuid[],
      ${plainArray(sheets.map((s) => s.contest.id))}::uuid[], ${plainArray(sheets.map((s) => stationId(s)))}::uuid[],
      ${plainArray(sheets.map((s) => s.authorId))}::uuid[], ${textArray(sheets.map((s) => s.key))}::text[])
      with ordinality as d (election_id, contest_id, station_id, author_id, key, n)
    order by d.n`.execute(tx);
