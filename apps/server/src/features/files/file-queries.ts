import { type FileId, isUuid, type UserId } from '@comitium/basics';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import './files-tables.ts';

export interface FileRow {
  readonly id: FileId;
  readonly sha256: Buffer;
  readonly mediaType: string;
  readonly size: number;
  readonly name: string;
  readonly place: string;
  readonly uploadedBy: UserId;
}

const columns = [
  'id',
  'sha256',
  'media_type as mediaType',
  'size',
  'name',
  'place',
  'uploaded_by as uploadedBy',
] as const;

export const findFile = async (db: Kysely<DatabaseSchema>, id: string): Promise<FileRow | undefined> =>
  isUuid(id)
    ? db
        .selectFrom('stored_file')
        .select(columns)
        .where('id', '=', id as FileId)
        .executeTakeFirst()
    : undefined;

/** Those that exist, in no order. */
export const listFiles = async (db: Kysely<DatabaseSchema>, ids: readonly string[]): Promise<FileRow[]> => {
  const known = ids.filter(isUuid) as FileId[];
  if (known.length === 0) return [];
  return db.selectFrom('stored_file').select(columns).where('id', 'in', known).execute();
};

export const findFileOf = (
  db: Kysely<DatabaseSchema>,
  uploadedBy: UserId,
  sha256: Buffer,
): Promise<FileRow | undefined> =>
  db
    .selectFrom('stored_file')
    .select(columns)
    .where('uploaded_by', '=', uploadedBy)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
