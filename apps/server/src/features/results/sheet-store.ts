import { type RawBuilder, sql } from 'kysely';
import {
  type CopyRows,
  copyBytes,
  copyJson,
  copyNull,
  copyRows,
  copyText,
  plainArray,
} from '../../platform/database/index.ts';
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
  const sheetLines: string[] = [];
  const revisionLines: string[] = [];
  for (const sheet of sheets) {
    const receivedAt = sheet.receivedAt.toISOString();
    const common = commonFields(sheet, receivedAt);
    sheetLines.push(`${sheetFields(sheet, receivedAt)}\t${common}\n`);
    revisionLines.push(`${revisionFields(sheet)}\t${common}\n`);
  }
  return [
    sql`/* prepared */ with open as materialized (
        select id from election where id = any(${plainArray(elections)}::uuid[])
          and state = any(${plainArray(statesTakingSheets)}::text[]) order by id for share)
      select refuse_unless((select count(*) from open) = ${elections.length}::bigint, ${noPlace})`,
    copyRows(`sheet (${sheetColumns})`, sheetLines),
    copyRows(`sheet_revision (${revisionColumns})`, revisionLines),
  ];
};

/** Whether it failed for that and nothing else, which is no fault. */
export const findsNoPlace = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === noPlace || ('constraint' in error && placeIndexes.includes(error.constraint)));

/** What a sheet and its first revision say alike. */
const commonColumns =
  'revision, status, votes, rejected, cast_ballots, registered, author_id, source, received_at';
const sheetColumns = `id, election_id, race_id, contest_id, station_id, flagged, updated_at, ${commonColumns}`;
const revisionColumns = `sheet_id, idempotency_key, body_hash, leaf_hash, salt, on_behalf_of, device, note, captured_at,
  warnings, attachments, ${commonColumns}`;

const commonFields = ({ status, figures, authorId, source }: NewSheet, receivedAt: string): string => {
  const { votes, rejected, cast, registered } = figures;
  const state = `1\t${status}\t{${votes.join(',')}}\t${rejected}\t${cast}\t${registered}`;
  return `${state}\t${authorId}\t${source}\t${receivedAt}`;
};

const sheetFields = (sheet: NewSheet, receivedAt: string): string => {
  const { sheetId, election, contest, findings } = sheet;
  const place = `${sheetId}\t${election.id}\t${contest.race.id}\t${contest.id}\t${stationId(sheet)}`;
  return `${place}\t${findings.length > 0}\t${receivedAt}`;
};

const revisionFields = (sheet: NewSheet): string => {
  const { sheetId, key, bodyHash, leaf, salt } = sheet;
  const hashes = `${copyBytes(bodyHash)}\t${copyBytes(leaf.hash)}\t${copyBytes(salt)}`;
  const { onBehalfOf, device, note, capturedAt, findings, attachments } = sheet;
  const said = `${copyText(onBehalfOf)}\t${copyText(device)}\t${copyText(note)}`;
  const captured = capturedAt === null ? copyNull : capturedAt.toISOString();
  const warnings = findings.length === 0 ? '[]' : copyJson(findings);
  return `${sheetId}\t${copyText(key)}\t${hashes}\t${said}\t${captured}\t${warnings}\t{${attachments.join(',')}}`;
};
