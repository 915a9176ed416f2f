import type { FileId, UserId } from '@comitium/basics';
import type { Generated } from 'kysely';

interface StoredFileTable {
  id: FileId;
  sha256: Buffer;
  media_type: string;
  size: number;
  name: string;
  /** In the storage. */
  place: string;
  uploaded_by: UserId;
  created_at: Generated<Date>;
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    stored_file: StoredFileTable;
  }
}
