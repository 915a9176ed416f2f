import type { SheetFigures } from '@comitium/tally';
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
  return [
    sql`/* prepared */ with open as materialized (
        select id from election where id = any(${plainArray(elections)}::uuid[])
          and state = any(${plainArray(statesTakingSheets)}::text[]) order by id for share)
      select refuse_unless((select count(*) from open) = ${elections.length}::bigint, ${noPlace})`,
    copyRows(`sheet (${sheetColumns})`, sheets.map(sheetLine)),
    copyRows(`sheet_revision (${revisionColumns})`, sheets.map(revisionLine)),
  ];
};

/** Whether it failed for that and nothing else, which is no fault. */
export const findsNoPlace = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === noPlace || ('constraint' in error && placeIndexes.includes(error.constraint)));

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
  const findingsJson = findings.length === 0 ? '[]' : copyJson(findings);
  const state = `${sheetId}\t1\t${status}\t${figureFields(figures)}`;
  return `${state}\t${who}\t${said}\t${times}\t${findingsJson}\t{${attachments.join(',')}}\n`;
};

const figureFields = ({ votes, rejected, cast, registered }: SheetFigures): string =>
  `{${votes.join(',')}}\t${rejected}\t${cast}\t${registered}`;
