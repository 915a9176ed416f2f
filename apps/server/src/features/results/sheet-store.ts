import { type RawBuilder, sql } from 'kysely';
import { type CopyRows, CopyWriter, plainArray } from '../../platform/database/index.ts';
import { type NewSheet, stationId } from './new-sheet.ts';
import { statesTakingSheets } from './takes-sheets.ts';

const noPlace = 'a sheet of the batch finds no place';
const placeIndexes: readonly unknown[] = ['sheet_live', 'sheet_revision_key'];

/**
 * Writes live sheets with their first revisions, for `inOneTrip`. The elections are held in their states until the
 * transaction ends, so that no state changes under a sheet; elections are locked by id. Fails where an election takes no
 * sheets, where a station already has a live sheet for the contest, and where an author has used a key: the unique indexes
 * decide, and nothing is looked up before it is written.
 */
export const copySheets = (
  sheets: readonly NewSheet[],
): readonly [RawBuilder<unknown>, CopyRows, CopyRows] => {
  const elections = [...new Set(sheets.map((sheet) => sheet.election.id))];
  const live = new CopyWriter(sheets.length * usualBytes);
  const first = new CopyWriter(sheets.length * usualBytes);
  for (const sheet of sheets) {
    writeSheet(live, sheet);
    writeRevision(first, sheet);
    const start = live.place;
    writeCommon(live, sheet);
    first.repeat(live, start, live.place);
  }
  return [
    sql`/* prepared */ with open as materialized (
        select id from election where id = any(${plainArray(elections)}::uuid[])
          and state = any(${plainArray(statesTakingSheets)}::text[]) order by id for share)
      select refuse_unless((select count(*) from open) = ${elections.length}::bigint, ${noPlace})`,
    live.rows(`sheet (${sheetColumns})`),
    first.rows(`sheet_revision (${revisionColumns})`),
  ];
};

/** Whether it failed for that and nothing else, which is no fault. */
export const findsNoPlace = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === noPlace || ('constraint' in error && placeIndexes.includes(error.constraint)));

/** Of a row with a dozen choices. */
const usualBytes = 600;

/** What a sheet and its first revision say alike. */
const commonColumns =
  'revision, status, votes, rejected, cast_ballots, registered, author_id, source, received_at';
const sheetColumns = `id, election_id, race_id, contest_id, station_id, flagged, updated_at, ${commonColumns}`;
const revisionColumns = `sheet_id, idempotency_key, body_hash, leaf_hash, salt, on_behalf_of, device, note, captured_at,
  warnings, attachments, ${commonColumns}`;
const countOf = (columns: string): number => columns.split(',').length;
const [sheetCount, revisionCount] = [countOf(sheetColumns), countOf(revisionColumns)];

const writeCommon = (to: CopyWriter, { status, figures, authorId, source, receivedAt }: NewSheet): void => {
  to.integer(1);
  to.text(status);
  to.integers(figures.votes);
  to.integer(figures.rejected);
  to.integer(figures.cast);
  to.integer(figures.registered);
  to.uuid(authorId);
  to.text(source);
  to.timestamptz(receivedAt);
};

const writeSheet = (to: CopyWriter, sheet: NewSheet): void => {
  const { sheetId, election, contest, findings, receivedAt } = sheet;
  to.row(sheetCount);
  to.uuid(sheetId);
  to.uuid(election.id);
  to.uuid(contest.race.id);
  to.uuid(contest.id);
  to.uuid(stationId(sheet));
  to.boolean(findings.length > 0);
  to.timestamptz(receivedAt);
};

const writeRevision = (to: CopyWriter, sheet: NewSheet): void => {
  to.row(revisionCount);
  to.uuid(sheet.sheetId);
  to.text(sheet.key);
  to.bytea(sheet.bodyHash);
  to.bytea(sheet.leaf.hash);
  to.bytea(sheet.salt);
  to.text(sheet.onBehalfOf);
  to.text(sheet.device);
  to.text(sheet.note);
  to.timestamptz(sheet.capturedAt);
  to.jsonb(sheet.findings);
  to.uuids(sheet.attachments);
};
