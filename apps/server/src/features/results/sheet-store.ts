import { type RawBuilder, sql } from 'kysely';
import {
  bytesArray,
  plainArray,
  type Transaction,
  textArray,
  timeArray,
  vectorArray,
} from '../../platform/database/index.ts';
import { type NewSheet, stationId } from './new-sheet.ts';
import { statesTakingSheets } from './takes-sheets.ts';

/** What became of a sheet: `keyed` has everything; `placed` found its place, but its author's key was used before. */
export type InsertOutcome = 'closed' | 'taken' | 'placed' | 'keyed';

/**
 * Inserts live sheets with their first revisions in one statement, so that every figure travels once; answers what became
 * of each, by its id. The elections are held in their states until the transaction ends, so that no state changes under
 * a sheet. A station that already has a live sheet for the contest is left alone, and so is a key that its author has
 * used: the unique indexes decide, not a read before. Elections are locked by id, sheets placed in the order given,
 * revisions by author and key.
 */
export const insertSheets = async (
  tx: Transaction,
  sheets: readonly NewSheet[],
): Promise<Map<string, InsertOutcome>> => {
  const { rows } = await sql<{ id: string; outcome: InsertOutcome }>`/* prepared */
    ${insertion(sheets)}
    select id, case when id in (select sheet_id from keyed) then 'keyed' when id in (select id from placed) then 'placed'
      when election_id in (select id from open) then 'taken' else 'closed' end as outcome
    from given`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.outcome]));
};

const noPlace = 'a sheet of the batch finds no place';

/** The same as a statement that fails where any of the sheets would not get everything. */
export const insertSheetsOrFail = (sheets: readonly NewSheet[]): RawBuilder<unknown> => sql`/* prepared */
  ${insertion(sheets)}
  select refuse_unless((select count(*) from keyed) = ${sheets.length}::bigint, ${noPlace})`;

/** Whether it failed for that and nothing else: a place or a key that is taken is no fault. */
export const findsNoPlace = (error: unknown): boolean => error instanceof Error && error.message === noPlace;

const insertion = (sheets: readonly NewSheet[]): RawBuilder<unknown> => {
  const elections = [...new Set(sheets.map((sheet) => sheet.election.id))];
  return sql`with open as materialized (
      select id from election where id = any(${plainArray(elections)}::uuid[])
        and state = any(${plainArray(statesTakingSheets)}::text[]) order by id for share),
    given as materialized (select * from ${unnestSheets(sheets)}),
    placed as (
      insert into sheet (id, election_id, race_id, contest_id, station_id, revision, status, flagged, votes, rejected,
        cast_ballots, registered, author_id, source, received_at, updated_at)
      select id, election_id, race_id, contest_id, station_id, 1, status, flagged, votes::int[], rejected,
        cast_ballots, registered, author_id, source, received_at, received_at
      from given where election_id in (select id from open) order by n
      on conflict (contest_id, station_id) where status <> 'rejected' do nothing
      returning id),
    keyed as (
      insert into sheet_revision (sheet_id, revision, status, votes, rejected, cast_ballots, registered, author_id,
        idempotency_key, body_hash, leaf_hash, salt, source, on_behalf_of, device, note, captured_at, received_at,
        warnings, attachments)
      select id, 1, status, votes::int[], rejected, cast_ballots, registered, author_id, key, body_hash, leaf_hash,
        salt, source, on_behalf_of, device, note, captured_at, received_at, warnings::jsonb, attachments::uuid[]
      from given where id in (select id from placed) order by author_id, key
      on conflict (author_id, idempotency_key) do nothing
      returning sheet_id)`;
};

const unnestSheets = (sheets: readonly NewSheet[]) => {
  const column = (pick: (sheet: NewSheet) => string | number | boolean): string =>
    plainArray(sheets.map(pick));
  const texts = (pick: (sheet: NewSheet) => string | null): string => textArray(sheets.map(pick));
  return sql`unnest(${column((s) => s.sheetId)}::uuid[], ${column((s) => s.election.id)}::uuid[],
      ${column((s) => s.contest.race.id)}::uuid[], ${column((s) => s.contest.id)}::uuid[],
      ${column((s) => stationId(s))}::uuid[], ${column((s) => s.status)}::text[],
      ${column((s) => s.findings.length > 0)}::bool[], ${vectorArray(sheets.map((s) => s.figures.votes))}::text[],
      ${column((s) => s.figures.rejected)}::int[], ${column((s) => s.figures.cast)}::int[],
      ${column((s) => s.figures.registered)}::int[], ${column((s) => s.authorId)}::uuid[],
      ${column((s) => s.source)}::text[], ${timeArray(sheets.map((s) => s.receivedAt))}::timestamptz[],
      ${texts((s) => s.key)}::text[], ${bytesArray(sheets.map((s) => s.bodyHash))}::bytea[],
      ${bytesArray(sheets.map((s) => s.leaf.hash))}::bytea[],
      ${bytesArray(sheets.map((s) => s.salt))}::bytea[], ${texts((s) => s.onBehalfOf)}::text[],
      ${texts((s) => s.device)}::text[], ${texts((s) => s.note)}::text[],
      ${timeArray(sheets.map((s) => s.capturedAt))}::timestamptz[],
      ${texts((s) => (s.findings.length === 0 ? '[]' : JSON.stringify(s.findings)))}::text[],
      ${texts((s) => plainArray(s.attachments))}::text[]) with ordinality
      as d (id, election_id, race_id, contest_id, station_id, status, flagged, votes, rejected, cast_ballots,
        registered, author_id, source, received_at, key, body_hash, leaf_hash, salt, on_behalf_of, device,
        note, captured_at, warnings, attachments, n)`;
};
