import type { AuditEntry } from '@comitium/contract';
import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import { type EntryPosition, type EntryWish, pageOf } from './entry-filter.ts';

export interface EntryRow {
  readonly id: number;
  readonly occurred_at: Date;
  /** As text, with its microseconds: a Date has only milliseconds. */
  readonly exact_at: string;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly action: string;
  readonly thing: string;
  readonly election_id: string | null;
  readonly ledger_id: number | null;
  readonly on_behalf_of: string | null;
  readonly device: string | null;
  readonly request_id: string | null;
  readonly reason: string | null;
  readonly network: string | null;
  readonly times: number;
  readonly content: unknown;
}

export const answerOf = (row: EntryRow): AuditEntry => ({
  id: String(row.id),
  at: row.occurred_at.toISOString(),
  kind: row.ledger_id === null ? 'refusal' : 'event',
  person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
  onBehalfOf: row.on_behalf_of,
  device: row.device,
  requestId: row.request_id,
  reason: row.reason,
  action: row.action,
  thing: row.thing,
  electionId: row.election_id,
  network: row.network,
  times: row.times,
});

/**
 * The newest entries of a wish. The page is found in the narrow list first, in the order of one of its indexes; only
 * its rows are then looked up in the ledger and among the refusals.
 */
export const listEntries = async (
  db: Kysely<DatabaseSchema>,
  wish: EntryWish,
  limit: number,
): Promise<EntryRow[]> => {
  const { rows } = await sql<EntryRow>`
    select e.id, e.occurred_at, e.occurred_at::text as exact_at, e.person_id, p.name as person_name, e.action, e.thing, e.election_id,
      e.ledger_id, l.on_behalf_of, l.device, coalesce(l.request_id, r.request_id) as request_id, l.reason,
      r.network::text as network, coalesce(r.times, 1) as times, coalesce(l.payload, r.detail::json) as content
    from (${pageOf(wish, limit)}) e
    left join ledger l on l.id = e.ledger_id
    left join audit_refusal r on r.id = e.refusal_id
    left join person p on p.id = e.person_id
    order by e.occurred_at desc, e.id desc`.execute(db);
  return rows;
};

/** What the last event of the same type said of the same thing before this one; null where it is the first. */
export const findPrevious = async (
  db: Kysely<DatabaseSchema>,
  { id, thing, action, exact_at }: EntryRow,
): Promise<unknown> => {
  const { rows } = await sql<{ payload: unknown }>`
    select l.payload from (
      select ledger_id from audit_entry
      where thing = ${thing} and (occurred_at, id) < (${exact_at}::timestamptz, ${id}::bigint)
        and action = ${action} and ledger_id is not null
      order by occurred_at desc, id desc limit 1
    ) e join ledger l on l.id = e.ledger_id`.execute(db);
  return rows[0]?.payload ?? null;
};

const separator = '~';

export const cursorOf = ({ exact_at, id }: EntryRow): string =>
  Buffer.from(`${exact_at}${separator}${id}`).toString('base64url');

/** Null for what this list did not give out. */
export const readCursor = (cursor: string): EntryPosition | null => {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(separator);
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+\d\d(:\d\d)?$/.test(at) || !/^\d{1,15}$/.test(id))
    return null;
  return { at, id: Number(id) };
};
