import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../database/schema.ts';
import type { JsonObject, LedgerPosition, RecordedEvent } from './ledger-event.ts';
import './ledger-schema.ts';

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
  actor: string | null;
  on_behalf_of: string | null;
  request_id: string | null;
  device: string | null;
  reason: string | null;
  occurred_at: Date;
  settled: boolean;
}

const asEvent = (row: Row): RecordedEvent => ({
  stream: row.stream,
  type: row.type,
  version: row.version,
  payload: row.payload,
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
  sql<boolean>`(ledger.era, ledger.tx, ledger.id) > (${era}::smallint, ${String(tx)}::xid8, ${id}::bigint)`;

/**
 * The next events strictly after a position, in the one order all readers share. A row counts only when its
 * transaction is older than every running one: ids are given out at insert and not at commit, so an event that is
 * visible now could still be preceded by one that is not. A long transaction delays readers and loses nothing.
 */
export const readLedger = async (
  db: Kysely<DatabaseSchema>,
  after: LedgerPosition,
  limit: number,
): Promise<LedgerSlice> => {
  const { rows } = await sql<Row>`/* prepared */
    select era, tx, id, stream, type, version, payload, actor, on_behalf_of, request_id, device, reason, occurred_at,
      era < (select era from ledger_era) or tx < (select pg_snapshot_xmin(pg_current_snapshot())) as settled
    from ledger where ${isAfter(after)} order by era, tx, id limit ${limit}`.execute(db);
  // Within the order the settled rows come first, so leaving the others out leaves no gap.
  const events = rows.filter(({ settled }) => settled).map(asEvent);
  return {
    events,
    position: events.at(-1)?.position ?? after,
    pending: events.length < rows.length,
    atHead: rows.length < limit,
  };
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
