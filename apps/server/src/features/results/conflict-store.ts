import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';
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

/** Whether it was kept: not where its key has been kept before. */
export const insertConflict = async (
  tx: Transaction,
  id: string,
  refused: RefusedSheet,
): Promise<boolean> => {
  const { sheet } = refused;
  const { rows } = await sql`
    insert into sheet_conflict (id, election_id, contest_id, station_id, sheet_id, same_figures, votes, rejected,
      cast_ballots, registered, author_id, idempotency_key, source, note, attachments, received_at)
    values (${id}, ${sheet.election.id}, ${sheet.contest.id}, ${stationId(sheet)}, ${refused.liveId},
      ${refused.sameFigures}, ${[...sheet.figures.votes]}, ${sheet.figures.rejected}, ${sheet.figures.cast},
      ${sheet.figures.registered}, ${sheet.authorId}, ${sheet.key}, ${sheet.source}, ${sheet.note},
      ${[...sheet.attachments]}, ${sheet.receivedAt})
    on conflict (author_id, idempotency_key) do nothing returning id`.execute(tx);
  return rows.length > 0;
};
