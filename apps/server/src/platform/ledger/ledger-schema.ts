import type { ColumnType, Generated } from 'kysely';
import type { JsonObject } from './ledger-event.ts';

interface LedgerTable {
  id: ColumnType<number, never, never>;
  era: ColumnType<number, never, never>;
  /** xid8, which pg answers as text. */
  tx: ColumnType<string, never, never>;
  stream: string;
  election_id: string | null;
  type: string;
  version: number;
  payload: ColumnType<JsonObject, string, never>;
  actor: string | null;
  on_behalf_of: string | null;
  request_id: string | null;
  device: string | null;
  reason: string | null;
  occurred_at: ColumnType<Date, never, never>;
}

interface FollowerTable {
  name: string;
  era: number;
  tx: string;
  id: number;
  updated_at: Generated<Date>;
}

declare module '../database/schema.ts' {
  interface DatabaseSchema {
    ledger: LedgerTable;
    follower: FollowerTable;
    ledger_era: { era: number };
  }
}
