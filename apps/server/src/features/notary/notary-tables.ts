import type { ColumnType, Generated } from 'kysely';

interface NotaryLogTable {
  only_row: Generated<boolean>;
  origin: string;
  public_key: Buffer;
  private_key: string | null;
  size: Generated<number>;
  created_at: ColumnType<Date, never, never>;
}

interface NotaryLeafTable {
  index: number;
  ledger_id: number;
  entry: string | null;
  salt: Buffer | null;
}

interface NotaryEntryView extends NotaryLeafTable {
  entry: string;
}

interface NotaryTileTable {
  level: number;
  index: number;
  hashes: Buffer;
}

interface NotaryCheckpointTable {
  size: number;
  root: Buffer;
  note: string;
  signed_at: Date;
}

interface NotaryCosignatureTable {
  size: number;
  name: string;
  line: string;
  received_at: ColumnType<Date, never, never>;
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    notary_log: NotaryLogTable;
    notary_leaf: NotaryLeafTable;
    notary_entry: NotaryEntryView;
    notary_tile: NotaryTileTable;
    notary_checkpoint: NotaryCheckpointTable;
    notary_cosignature: NotaryCosignatureTable;
  }
}
