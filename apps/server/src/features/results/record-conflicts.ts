import { uuidv7 } from '@comitium/basics';
import { type Database, inTransaction } from '../../platform/database/index.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import { conflictStream, insertConflict, type RefusedSheet } from './conflict-store.ts';

/** Keeps refused sheets for the desk, each once however often it is sent again. */
export const recordConflicts = async (db: Database, refused: readonly RefusedSheet[]): Promise<void> => {
  if (refused.length === 0) return;
  await inTransaction(db, async (tx) => {
    for (const one of refused) {
      const { sheet, liveId, sameFigures } = one;
      const id = uuidv7(sheet.receivedAt.getTime());
      if (!(await insertConflict(tx, id, one))) continue;
      const payload = { conflictId: id, sheetId: liveId, sameFigures };
      const stream = conflictStream(sheet.election.id);
      await appendToLedger(tx, [{ stream, type: 'conflict.recorded', version: 1, payload, ...sheet.origin }]);
    }
  });
};
