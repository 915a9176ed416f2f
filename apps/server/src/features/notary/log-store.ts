// The only SQL that writes the public log.
import { sql } from 'kysely';
import type { Database, Transaction } from '../../platform/database/index.ts';
import './notary-tables.ts';

export interface StoredLog {
  readonly origin: string;
  readonly public_key: Buffer;
  readonly private_key: string | null;
}

/** Processes that start together must not begin a log each: the lock lasts until the transaction ends. */
export const findLog = async (tx: Transaction): Promise<StoredLog | undefined> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('comitium notary log', 0))`.execute(tx);
  return tx.selectFrom('notary_log').select(['origin', 'public_key', 'private_key']).executeTakeFirst();
};

export const insertLog = async (tx: Transaction, log: StoredLog): Promise<void> => {
  await tx.insertInto('notary_log').values(log).execute();
};

/** The size of the log, which stays until the transaction ends: one process appends or signs at a time. */
export const lockSize = async (tx: Transaction): Promise<number> => {
  const row = await tx.selectFrom('notary_log').select('size').forUpdate().executeTakeFirstOrThrow();
  return row.size;
};

export const updateSize = async (tx: Transaction, size: number): Promise<void> => {
  await tx.updateTable('notary_log').set({ size }).execute();
};

export interface LeafRow {
  readonly index: number;
  readonly entry: string;
  readonly hash: Uint8Array;
  readonly ledgerId: number;
  readonly sheetId: string | null;
  readonly salt: Buffer | null;
}

export const insertLeaves = async (tx: Transaction, leaves: readonly LeafRow[]): Promise<void> => {
  const column = <T>(pick: (leaf: LeafRow) => T): T[] => leaves.map(pick);
  await sql`/* prepared */
    insert into notary_leaf (index, entry, hash, ledger_id, sheet_id, salt)
    select * from unnest(${column((leaf) => leaf.index)}::bigint[], ${column((leaf) => leaf.entry)}::text[],
      ${column((leaf) => Buffer.from(leaf.hash))}::bytea[], ${column((leaf) => leaf.ledgerId)}::bigint[],
      ${column((leaf) => leaf.sheetId)}::uuid[], ${column((leaf) => leaf.salt)}::bytea[])`.execute(tx);
};

export interface TileRow {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
}

export const upsertTiles = async (tx: Transaction, tiles: readonly TileRow[]): Promise<void> => {
  await tx
    .insertInto('notary_tile')
    .values([...tiles])
    .onConflict((conflict) =>
      conflict.columns(['level', 'index']).doUpdateSet((row) => ({ hashes: row.ref('excluded.hashes') })),
    )
    .execute();
};

export interface CheckpointRow {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly signed_at: Date;
}

export const insertCheckpoint = async (tx: Transaction, checkpoint: CheckpointRow): Promise<void> => {
  await tx.insertInto('notary_checkpoint').values(checkpoint).execute();
};

/** A witness's line for a checkpoint; the first one stays. */
export const insertCosignature = async (
  { kysely }: Database,
  cosignature: { readonly size: number; readonly name: string; readonly line: string },
): Promise<void> => {
  await kysely
    .insertInto('notary_cosignature')
    .values(cosignature)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
