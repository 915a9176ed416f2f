// The only SQL that writes the public log.
import { sql } from 'kysely';
import { type Database, plainArray, type Transaction, textArray } from '../../platform/database/index.ts';
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
  readonly ledgerId: number;
  /** Its text, JSON on one line; null where the event has it. */
  readonly entry: string | null;
  readonly salt: Buffer | null;
}

/** Inserts leaves from `first` on. */
export const insertLeaves = async (
  tx: Transaction,
  first: number,
  leaves: readonly LeafRow[],
): Promise<void> => {
  const salts = leaves.map(({ salt }) => (salt === null ? null : `\\x${salt.toString('hex')}`));
  await sql`/* prepared */
    insert into notary_leaf (index, ledger_id, entry, salt)
    select ${first}::bigint + n - 1, ledger_id, entry, salt
    from unnest(${plainArray(leaves.map(({ ledgerId }) => ledgerId))}::bigint[],
      ${textArray(leaves.map(({ entry }) => entry))}::text[], ${textArray(salts)}::bytea[])
      with ordinality as leaf (ledger_id, entry, salt, n)`.execute(tx);
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
