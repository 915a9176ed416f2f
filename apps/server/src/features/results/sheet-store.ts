import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';
import { bytesArray, plainArray, textArray, timeArray, vectorArray } from './array-literal.ts';
import { type NewSheet, stationId } from './new-sheet.ts';

/**
 * Inserts live sheets in one statement; answers the ids that found their place free. A station that already has a
 * live sheet for the contest is left alone: the unique index decides, not a read before.
 */
export const insertSheets = async (tx: Transaction, sheets: readonly NewSheet[]): Promise<Set<string>> => {
  const column = (pick: (sheet: NewSheet) => string | number | boolean): string =>
    plainArray(sheets.map(pick));
  const times = timeArray(sheets.map((sheet) => sheet.receivedAt));
  const { rows } = await sql<{ id: string }>`/* prepared */
    insert into sheet (id, election_id, race_id, contest_id, station_id, revision, status, flagged, votes, rejected,
      cast_ballots, registered, author_id, source, received_at, updated_at)
    select id, election_id, race_id, contest_id, station_id, 1, status, flagged, votes::int[], rejected, cast_ballots,
      registered, author_id, source, at, at
    from unnest(${column((s) => s.sheetId)}::uuid[], ${column((s) => s.election.id)}::uuid[],
      ${column((s) => s.contest.race.id)}::uuid[], ${column((s) => s.contest.id)}::uuid[],
      ${column((s) => stationId(s))}::uuid[], ${column((s) => s.status)}::text[],
      ${column((s) => s.findings.length > 0)}::bool[], ${vectorArray(sheets.map((s) => s.figures.votes))}::text[],
      ${column((s) => s.figures.rejected)}::int[], ${column((s) => s.figures.cast)}::int[],
      ${column((s) => s.figures.registered)}::int[], ${column((s) => s.authorId)}::uuid[],
      ${column((s) => s.source)}::text[], ${times}::timestamptz[]) with ordinality
      as d (id, election_id, race_id, contest_id, station_id, status, flagged, votes, rejected, cast_ballots,
        registered, author_id, source, at, n)
    order by n
    on conflict (contest_id, station_id) where status <> 'rejected' do nothing
    returning id`.execute(tx);
  return new Set(rows.map((row) => row.id));
};

/** Inserts first revisions; answers the sheets whose key was still free for their author. */
export const insertFirstRevisions = async (
  tx: Transaction,
  sheets: readonly NewSheet[],
): Promise<Set<string>> => {
  const column = (pick: (sheet: NewSheet) => string | number): string => plainArray(sheets.map(pick));
  const texts = (pick: (sheet: NewSheet) => string | null): string => textArray(sheets.map(pick));
  const { rows } = await sql<{ sheet_id: string }>`/* prepared */
    insert into sheet_revision (sheet_id, revision, status, votes, rejected, cast_ballots, registered, author_id,
      idempotency_key, body_hash, leaf_hash, source, on_behalf_of, device, note, captured_at, received_at, warnings,
      attachments)
    select sheet_id, 1, status, votes::int[], rejected, cast_ballots, registered, author_id, key, body_hash,
      leaf_hash, source, on_behalf_of, device, note, captured_at, received_at, warnings::jsonb, attachments::uuid[]
    from unnest(${column((s) => s.sheetId)}::uuid[], ${column((s) => s.status)}::text[],
      ${vectorArray(sheets.map((s) => s.figures.votes))}::text[], ${column((s) => s.figures.rejected)}::int[],
      ${column((s) => s.figures.cast)}::int[], ${column((s) => s.figures.registered)}::int[],
      ${column((s) => s.authorId)}::uuid[], ${texts((s) => s.key)}::text[],
      ${bytesArray(sheets.map((s) => s.bodyHash))}::bytea[], ${bytesArray(sheets.map((s) => s.leafHash))}::bytea[],
      ${column((s) => s.source)}::text[], ${texts((s) => s.onBehalfOf)}::text[], ${texts((s) => s.device)}::text[],
      ${texts((s) => s.note)}::text[], ${timeArray(sheets.map((s) => s.capturedAt))}::timestamptz[],
      ${timeArray(sheets.map((s) => s.receivedAt))}::timestamptz[],
      ${texts((s) => (s.findings.length === 0 ? '[]' : JSON.stringify(s.findings)))}::text[],
      ${texts((s) => plainArray(s.attachments))}::text[]) with ordinality
      as d (sheet_id, status, votes, rejected, cast_ballots, registered, author_id, key, body_hash, leaf_hash, source,
        on_behalf_of, device, note, captured_at, received_at, warnings, attachments, n)
    order by author_id, key
    on conflict (author_id, idempotency_key) do nothing
    returning sheet_id`.execute(tx);
  return new Set(rows.map((row) => row.sheet_id));
};
