// A whole table through the driver, row by row, costs several microseconds a row. Here PostgreSQL packs the rows of
// some hundred blocks at a time into arrays of bytes, so that a row costs a fraction of one.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../platform/database/index.ts';

/** Blocks of 8 KB that are read together: some thousand rows, a few milliseconds to unpack. */
const blocksAtOnce = 200;

export interface PackedRead<Row> {
  readonly table: 'sheet' | 'tally';
  /** The statement for the rows that the condition picks. */
  select(within: RawBuilder<unknown>): RawBuilder<Row>;
  /** Told after every part. */
  onProgress(progress: Progress): void;
}

/** How far the reading of a table has come, in blocks. */
export interface Progress {
  readonly table: 'sheet' | 'tally';
  readonly done: number;
  readonly of: number;
}

/**
 * Every row of the table that the transactions' snapshot holds, each once: `repeatable read` is what makes it so. Several
 * transactions of one snapshot read parts in turn; PostgreSQL works on the next ones while the caller unpacks one.
 */
export async function* readPacked<Row>(
  snapshot: readonly [Transaction, ...Transaction[]],
  read: PackedRead<Row>,
): AsyncGenerator<Row[]> {
  // Asked within the snapshot: whatever it holds lies in blocks that exist now.
  const blocks = await countBlocks(snapshot[0], read.table);
  const coming: Promise<Row[]>[] = [];
  let asked = 0;
  const ask = (tx: Transaction): void => {
    if (asked >= blocks) return;
    const part = readBlocks(tx, read, asked);
    // Awaited in its turn; without this, one that fails meanwhile would count as unhandled.
    part.catch(() => undefined);
    coming.push(part);
    asked += blocksAtOnce;
  };
  for (const tx of snapshot) ask(tx);
  for (let part = 0; part * blocksAtOnce < blocks; part++) {
    const rows = (await coming.shift()) ?? [];
    ask(snapshot[part % snapshot.length] ?? snapshot[0]);
    // The statement goes out before this part is unpacked.
    await nextTurn();
    read.onProgress({ table: read.table, done: Math.min((part + 1) * blocksAtOnce, blocks), of: blocks });
    yield rows;
  }
}

const readBlocks = async <Row>(tx: Transaction, read: PackedRead<Row>, from: number): Promise<Row[]> => {
  const place = sql.ref(`${read.table}.ctid`);
  const within = sql`${place} >= ${`(${from},0)`}::tid and ${place} < ${`(${from + blocksAtOnce},0)`}::tid`;
  return (await read.select(within).execute(tx)).rows;
};

const countBlocks = async (tx: Transaction, table: string): Promise<number> => {
  const { rows } = await sql<{ blocks: number }>`
    select (pg_relation_size(${table}::regclass) / current_setting('block_size')::integer)::integer as blocks`.execute(
    tx,
  );
  return rows[0]?.blocks ?? 0;
};
