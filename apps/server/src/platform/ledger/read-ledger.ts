import { type Kysely, sql } from 'kysely';
import { plainArray } from '../database/array-literal.ts';
import type { DatabaseSchema } from '../database/schema.ts';
import type { JsonObject, LedgerPosition, RecordedEvent } from './ledger-event.ts';
import './ledger-schema.ts';
import type { LedgerRun } from './own-events.ts';

export interface LedgerSlice {
  readonly events: readonly RecordedEvent[];
  /** Of the last event, or where the reading began. */
  readonly position: LedgerPosition;
  /** Committed events are waiting for an older transaction to end. */
  readonly pending: boolean;
  /** Nothing settled was left after these when they were read. */
  readonly atHead: boolean;
}

interface Row {
  era: number;
  tx: string;
  id: number;
  stream: string;
  type: string;
  version: number;
  payload: JsonObject;
  entry: string | null;
  actor: string | null;
  on_behalf_of: string | null;
  request_id: string | null;
  device: string | null;
  reason: string | null;
  occurred_at: Date;
}

const asEvent = (row: Row): RecordedEvent => ({
  stream: row.stream,
  type: row.type,
  version: row.version,
  payload: row.payload,
  entry: row.entry,
  actor: row.actor,
  onBehalfOf: row.on_behalf_of,
  requestId: row.request_id,
  device: row.device,
  reason: row.reason,
  occurredAt: row.occurred_at,
  position: { era: row.era, tx: Number(row.tx), id: row.id },
});

/** `(era, tx, id) > position`, in a form that uses the index. */
export const isAfter = ({ era, tx, id }: LedgerPosition) =>
  sql<boolean>`(l.era, l.tx, l.id) > (${era}::smallint, ${String(tx)}::xid8, ${id}::bigint)`;

/** A row counts only when its transaction is older than every running one. */
const settled = sql<boolean>`(era < (select era from ledger_era) or tx < (select pg_snapshot_xmin(pg_current_snapshot())))`;

const eventColumns = sql`l.era, l.tx, l.id, l.stream, l.type, l.version, l.payload, l.entry, l.actor, l.on_behalf_of, l.request_id,
  l.device, l.reason, l.occurred_at`;

/**
 * The next events strictly after a position, in the one order all readers share. Ids are given out at insert and not at
 * commit, so an event that is visible now could still be preceded by one that is not: only settled ones are answered. A
 * long transaction delays readers and loses nothing.
 */
export const readLedger = async (
  db: Kysely<DatabaseSchema>,
  after: LedgerPosition,
  limit: number,
): Promise<LedgerSlice> => {
  const { rows } = await sql<Row & { settled: boolean }>`/* prepared */
    select ${eventColumns}, ${settled} as settled
    from ledger l where ${isAfter(after)} order by l.era, l.tx, l.id limit ${limit}`.execute(db);
  // Within the order the settled rows come first, so leaving the others out leaves no gap.
  const events = rows.filter((row) => row.settled).map(asEvent);
  return {
    events,
    position: events.at(-1)?.position ?? after,
    pending: events.length < rows.length,
    atHead: rows.length < limit,
  };
};

interface RunRow {
  readonly era: number;
  readonly tx: string;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly settled: boolean;
}

/** The same, where some of the events may be known already: of those the database only says where they stand. */
export const readLedgerBeside = async (
  db: Kysely<DatabaseSchema>,
  { after, limit }: { after: LedgerPosition; limit: number },
  known: (run: LedgerRun) => readonly RecordedEvent[] | undefined,
): Promise<LedgerSlice> => {
  const { rows } = await sql<RunRow>`/* prepared */
    select era, tx, settled, min(id) as first, max(id) as last, count(*)::integer as count
    from (select era, tx, id, ${settled} as settled from ledger l where ${isAfter(after)} order by era, tx, id limit ${limit}) next
    group by era, tx, settled order by era, tx`.execute(db);
  const runs = rows.filter((row) => row.settled).map((row): LedgerRun => ({ ...row, tx: Number(row.tx) }));
  const found = rows.reduce((sum, { count }) => sum + count, 0);
  const events = await fill(db, runs, known);
  return {
    events,
    position: events.at(-1)?.position ?? after,
    pending: events.length < found,
    atHead: found < limit,
  };
};

const fill = async (
  db: Kysely<DatabaseSchema>,
  runs: readonly LedgerRun[],
  known: (run: LedgerRun) => readonly RecordedEvent[] | undefined,
): Promise<RecordedEvent[]> => {
  const found = runs.map(known);
  const missing = runs.filter((_, at) => found[at] === undefined);
  if (missing.length === 0) return found.flatMap((events) => events ?? []);
  const column = (pick: (run: LedgerRun) => number): string => plainArray(missing.map(pick));
  const { rows } = await sql<Row>`/* prepared */
    select ${eventColumns}
    from unnest(${column(({ era }) => era)}::smallint[], ${column(({ tx }) => tx)}::xid8[],
        ${column(({ first }) => first)}::bigint[], ${column(({ last }) => last)}::bigint[])
      as wanted (era, tx, first, last)
    join ledger l on l.era = wanted.era and l.tx = wanted.tx and l.id between wanted.first and wanted.last
    order by l.era, l.tx, l.id`.execute(db);
  const read = rows.map(asEvent);
  let taken = 0;
  const all = runs.flatMap((run, at) => {
    const events = found[at] ?? read.slice(taken, taken + run.count);
    if (found[at] === undefined) taken += run.count;
    return events;
  });
  if (taken !== read.length) throw new Error('the ledger holds other events than a moment ago');
  return all;
};

/** The position before which everything is settled: a follower that begins here sees all that is not. */
export const ledgerHead = async (db: Kysely<DatabaseSchema>): Promise<LedgerPosition> => {
  const { rows } = await sql<{ era: number; horizon: string }>`
    select era, pg_snapshot_xmin(pg_current_snapshot())::text as horizon from ledger_era`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('ledger_era has no row');
  return { era: row.era, tx: Number(row.horizon) - 1, id: Number.MAX_SAFE_INTEGER };
};

/** The last committed event, settled or not. */
export const lastPosition = async (db: Kysely<DatabaseSchema>): Promise<LedgerPosition | undefined> => {
  const { rows } = await sql<{ era: number; tx: string; id: number }>`
    select era, tx, id from ledger order by era desc, tx desc, id desc limit 1`.execute(db);
  const row = rows[0];
  return row && { era: row.era, tx: Number(row.tx), id: row.id };
};
