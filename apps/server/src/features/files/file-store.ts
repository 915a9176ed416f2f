// The only SQL that writes the records of files.
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileRow } from './file-queries.ts';
import './files-tables.ts';

/** False where this person has uploaded the same content before. */
export const insertFile = async (tx: Transaction, file: FileRow): Promise<boolean> => {
  const inserted = await tx
    .insertInto('stored_file')
    .values({
      id: file.id,
      sha256: file.sha256,
      media_type: file.mediaType,
      size: file.size,
      name: file.name,
      place: file.place,
      uploaded_by: file.uploadedBy,
    })
    .onConflict((conflict) => conflict.columns(['uploaded_by', 'sha256']).doNothing())
    .returning('id')
    .execute();
  return inserted.length > 0;
};
