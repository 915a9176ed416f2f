import { uuidv7 } from '@comitium/basics';
import { sql } from 'kysely';
import { type Database, inTransaction } from '../../platform/database/index.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { NewSheet } from './new-sheet.ts';
import { stationId } from './new-sheet.ts';

export interface SheetConflictTable {
  id: string;
  election_id: string;
  contest_id: string;
  station_id: string;
  sheet_id: string;
  same_figures: boolean;
  votes: number[];
  rejected: number;
  cast_ballots: number;
  registered: number;
  author_id: string;
  idempotency_key: string;
  source: string;
  note: string | null;
  attachments: string[];
  received_at: Date;
  settled_at: Date | null;
  settled_by: string | null;
  settled_reason: string | null;
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    sheet_conflict: SheetConflictTable;
  }
}

/** A refused sheet and the live one that stood in its way. */
export interface RefusedSheet {
  readonly sheet: NewSheet;
  readonly liveId: string;
  readonly sameFigures: boolean;
}

export const conflictStream = (electionId: string): string => `conflicts:${electionId}`;

/** Keeps refused sheets for the desk, each once however often it is sent again. */
export const recordConflicts = async (db: Database, refused: readonly RefusedSheet[]): Promise<void> => {
  if (refused.length === 0) return;
  await inTransaction(db, async (tx) => {
    for (const one of refused) {
      const { sheet } = one;
      const id = uuidv7(sheet.receivedAt.getTime());
      const kept = await sql`
        insert into sheet_conflict (id, election_id, contest_id, station_id, sheet_id, same_figures, votes, rejected,
          cast_ballots, registered, author_id, idempotency_key, source, note, attachments, received_at)
        values (${id}, ${sheet.election.id}, ${sheet.contest.id}, ${stationId(sheet)}, ${one.liveId},
          ${one.sameFigures}, ${[...sheet.figures.votes]}, ${sheet.figures.rejected}, ${sheet.figures.cast},
          ${sheet.figures.registered}, ${sheet.authorId}, ${sheet.key}, ${sheet.source}, ${sheet.note},
          ${[...sheet.attachments]}, ${sheet.receivedAt})
        on conflict (author_id, idempotency_key) do nothing returning id`.execute(tx);
      if (kept.rows.length === 0) continue;
      const payload = { conflictId: id, sheetId: one.liveId, sameFigures: one.sameFigures };
      const stream = conflictStream(sheet.election.id);
      await appendToLedger(tx, [{ stream, type: 'conflict.recorded', version: 1, payload, ...sheet.origin }]);
    }
  });
};
