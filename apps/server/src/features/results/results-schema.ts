import type { Basis } from '@comitium/contract';
import type { ColumnType } from 'kysely';

export interface SheetTable {
  id: string;
  election_id: string;
  race_id: string;
  contest_id: string;
  station_id: string;
  revision: number;
  status: 'accepted' | 'held' | 'verified' | 'certified' | 'rejected';
  flagged: boolean;
  votes: number[];
  rejected: number;
  cast_ballots: number;
  registered: number;
  author_id: string;
  source: string;
  received_at: Date;
  updated_at: Date;
}

export interface SheetRevisionTable {
  sheet_id: string;
  revision: number;
  status: string;
  votes: number[];
  rejected: number;
  cast_ballots: number;
  registered: number;
  author_id: string;
  idempotency_key: string;
  body_hash: Buffer;
  leaf_hash: Buffer;
  /** 32 bytes; opens the commitments of the leaf. */
  salt: Buffer;
  source: string;
  on_behalf_of: string | null;
  device: string | null;
  note: string | null;
  reason: string | null;
  captured_at: Date | null;
  received_at: Date;
  warnings: ColumnType<unknown, string, string>;
  attachments: string[];
}

/** `basis` 0 provisional, 1 verified, 2 certified; `votes` as said in docs/glossary.md under “column”. */
export interface TallyTable {
  race_id: string;
  area_id: string;
  basis: number;
  votes: number[];
  rejected: number;
  cast_ballots: number;
  registered: number;
  on_register: number;
  stations: number;
  updated_at: Date;
}

export interface AreaCallTable {
  id: string;
  race_id: string;
  area_id: string;
  choice_code: string;
  reason: string;
  called_by: string;
  called_at: Date;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
}

export interface TimelineTable {
  race_id: string;
  area_id: string;
  minute: Date;
  votes: number[];
  rejected: number;
  cast_ballots: number;
  registered: number;
  stations: number;
}

/** What the last recount of an election found. */
export interface RecountTable {
  election_id: string;
  differences: number;
  recounted_at: Date;
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    sheet: SheetTable;
    sheet_revision: SheetRevisionTable;
    tally: TallyTable;
    area_call: AreaCallTable;
    timeline: TimelineTable;
    recount: RecountTable;
  }
}

export const basisNumber: Readonly<Record<Basis, number>> = { provisional: 0, verified: 1, certified: 2 };
