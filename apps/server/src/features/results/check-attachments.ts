import { err, isUuid, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { ResultsContext } from './results-context.ts';

export interface WantedAttachments {
  readonly wanted: readonly string[];
  readonly callerId: string;
  /** What the sheet has shown before, whoever uploaded it. */
  readonly known?: ReadonlySet<string>;
}

/** Photos are uploaded first, by the same person; a sheet cannot show another's that it has never had. */
export const checkAttachments = async (
  { listFiles }: Pick<ResultsContext, 'listFiles'>,
  { wanted, callerId, known = new Set() }: WantedAttachments,
): Promise<Result<void, Problem>> => {
  const fresh = wanted.filter((id) => !known.has(id));
  if (fresh.length === 0) return ok(undefined);
  const malformed = fresh.find((id) => !isUuid(id));
  const files = malformed === undefined ? await listFiles(fresh) : [];
  const missing =
    malformed ?? fresh.find((id) => !files.some((file) => file.id === id && file.uploadedBy === callerId));
  return missing === undefined
    ? ok(undefined)
    : err(problem('file_not_found', `You have uploaded no file ${missing}.`));
};

/** Everything that was ever sent for a sheet, the refused second sheets of its station among it. */
export const attachmentsOfSheet = async (db: Database, sheetId: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select unnest(attachments) as id from sheet_revision where sheet_id = ${sheetId}
    union select unnest(attachments) from sheet_conflict where sheet_id = ${sheetId}`.execute(db.kysely);
  return new Set(rows.map(({ id }) => id));
};
