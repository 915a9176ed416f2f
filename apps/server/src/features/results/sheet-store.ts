import type { SheetFigures } from '@comitium/tally';
import { type RawBuilder, sql } from 'kysely';
import {
  bytesArray,
  type CopyRows,
  copyBytes,
  copyNull,
  copyRows,
  copyText,
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
const placeIndexes: readonly unknown[] = ['sheet_live', 'sheet_revision_key'];

/**
 * The same for `inOneTrip`, failing where any of the sheets would not get everything: nothing is looked up before it is
 * written.
 */
export const copySheets = (
  sheets: readonly NewSheet[],
): readonly [RawBuilder<unknown>, CopyRows, CopyRows] => {
  const elections = electionsOf(sheets);
  return [
    sql`/* prepared */ with open as materialized (${lockOpen(elections)})
      select refuse_unless((select count(*) from open) = ${elections.length}::bigint, ${noPlace})`,
    copyRows(`sheet (${sheetColumns})`, sheets.map(sheetLine)),
    copyRows(`sheet_revision (${revisionColumns})`, sheets.map(revisionLine)),
  ];
};

/** Whether it failed for that and nothing else: a place or a key that is taken is no fault. */
export const findsNoPlace = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === noPlace || ('constraint' in error && placeIndexes.includes(error.constraint)));

const electionsOf = (sheets: readonly NewSheet[]): string[] => [
  ...new Set(sheets.map((sheet) => sheet.election.id)),
];

const lockOpen = (elections: readonly string[]) => sql`
  select id from election where id = any(${plainArray(elections)}::uuid[])
    and state = any(${plainArray(statesTakingSheets)}::text[]) order by id for share`;

const sheetColumns = `id, election_id, race_id, contest_id, station_id, revision, status, flagged, votes, rejected,
  cast_ballots, registered, author_id, source, received_at, updated_at`;
const revisionColumns = `sheet_id, revision, status, votes, rejected, cast_ballots, registered, author_id,
  idempotency_key, body_hash, leaf_hash, salt, source, on_behalf_of, device, note, captured_at, received_at, warnings,
  attachments`;

const sheetLine = (sheet: NewSheet): string => {
  const { sheetId, election, contest, figures, status, findings, authorId, source } = sheet;
  const at = sheet.receivedAt.toISOString();
  const place = `${sheetId}\t${election.id}\t${contest.race.id}\t${contest.id}\t${stationId(sheet)}`;
  const state = `1\t${status}\t${findings.length > 0}\t${figureFields(figures)}`;
  return `${place}\t${state}\t${authorId}\t${source}\t${at}\t${at}\n`;
};

const revisionLine = (sheet: NewSheet): string => {
  const { sheetId, status, figures, findings, authorId, key, bodyHash, leaf, salt, source, attachments } =
    sheet;
  const who = `${authorId}\t${copyText(key)}\t${copyBytes(bodyHash)}\t${copyBytes(leaf.hash)}\t${copyBytes(salt)}`;
  const { onBehalfOf, device, note, capturedAt, receivedAt } = sheet;
  const said = `${source}\t${copyText(onBehalfOf)}\t${copyText(device)}\t${copyText(note)}`;
  const times = `${capturedAt === null ? copyNull : capturedAt.toISOString()}\t${receivedAt.toISOString()}`;
  const findingsJson = findings.length === 0 ? '[]' : copyText(JSON.stringify(findings));
  const state = `${sheetId}\t1\t${status}\t${figureFields(figures)}`;
  return `${state}\t${who}\t${said}\t${times}\t${findingsJson}\t{${attachments.join(',')}}\n`;
};

const figureFields = ({ votes, rejected, cast, registered }: SheetFigures): string =>
  `{${votes.join(',')}}\t${rejected}\t${cast}\t${registered}`;

const insertion = (sheets: readonly NewSheet[]): RawBuilder<unknown> => {
  return sql`with open as materialized (${lockOpen(electionsOf(sheets))}),
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
