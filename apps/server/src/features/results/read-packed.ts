// A whole table through the driver, row by row, costs several microseconds a row. Here PostgreSQL packs the rows of
// some hundred blocks at a time into arrays of bytes, so that a row costs a fraction of one.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { type RowOfBytes, selectBytes, type Transaction } from '../../platform/database/index.ts';

/** Blocks of 8 KB that are read together: some thousand rows, a few milliseconds to unpack. */
const blocksAtOnce = 200;

export interface PackedRead<Row> {
  readonly table: 'sheet' | 'tally';
  /** The statement, without parameters, for the rows that the condition picks. */
  select(within: RawBuilder<unknown>): RawBuilder<unknown>;
  read(row: RowOfBytes): Row;
  /** Told after every part. */
  onProgress(progress: Progress): void;
}

/** How far the reading of a table has come, in blocks. */
export interface Progress {
  readonly table: 'sheet' | 'tally';
  readonly done: number;
  readonly of: number;
}

/** Parts that each transaction has before it: enough that PostgreSQL never waits, some megabytes of memory. */
const mostAhead = 6;

/**
 * Every row of the table that the transactions' snapshot holds, each once: `repeatable read` is what makes it so. Several
 * transactions of one snapshot read parts in turn, and begin at once, however long the first part is waited for.
 */
export const readPacked = <Row>(
  snapshot: readonly [Transaction, ...Transaction[]],
  read: PackedRead<Row>,
): AsyncGenerator<Row[]> => {
  const asked = begin(snapshot, read);
  // Awaited with the first part; without this, an error before that would count as unhandled.
  asked.catch(() => undefined);
  return takeParts(asked, read);
};

interface Asked<Row> {
  readonly blocks: number;
  readonly coming: Promise<Row[]>[];
  askNext(): void;
}

const begin = async <Row>(
  snapshot: readonly [Transaction, ...Transaction[]],
  read: PackedRead<Row>,
): Promise<Asked<Row>> => {
  // Asked within the snapshot: whatever it holds lies in blocks that exist now.
  const blocks = await countBlocks(snapshot[0], read.table);
  const coming: Promise<Row[]>[] = [];
  let asked = 0;
  const askNext = (): void => {
    if (asked * blocksAtOnce >= blocks) return;
    const part = readBlocks(snapshot[asked % snapshot.length] ?? snapshot[0], read, asked * blocksAtOnce);
    // Awaited in its turn, likewise.
    part.catch(() => undefined);
    coming.push(part);
    asked += 1;
  };
  for (let part = 0; part < mostAhead * snapshot.length; part++) askNext();
  return { blocks, coming, askNext };
};

async function* takeParts<Row>(
  asked: Promise<Asked<Row>>,
  { table, onProgress }: PackedRead<Row>,
): AsyncGenerator<Row[]> {
  const { blocks, coming, askNext } = await asked;
  for (let done = blocksAtOnce; coming.length > 0; done += blocksAtOnce) {
    const rows = (await coming.shift()) ?? [];
    askNext();
    // The statement goes out before this part is unpacked.
    await nextTurn();
    onProgress({ table, done: Math.min(done, blocks), of: blocks });
    yield rows;
  }
}

const readBlocks = async <Row>(tx: Transaction, read: PackedRead<Row>, from: number): Promise<Row[]> => {
  const place = sql.ref(`${read.table}.ctid`);
  const [first, end] = [from, from + blocksAtOnce].map((block) => sql.lit(`(${block},0)`));
  const rows = await selectBytes(tx, read.select(sql`${place} >= ${first}::tid and ${place} < ${end}::tid`));
  return rows.map(read.read);
};

const countBlocks = async (tx: Transaction, table: string): Promise<number> => {
  const { rows } = await sql<{ blocks: number }>`
    select (pg_relation_size(${table}::regclass) / current_setting('block_size')::integer)::integer as blocks`.execute(
    tx,
  );
  return rows[0]?.blocks ?? 0;
};
