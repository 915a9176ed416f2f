import { err, ok, type Result } from '@comitium/basics';
import {
  type AuditEntry,
  type AuditEntryDetail,
  type AuditQuery,
  type PageOf,
  type Problem,
  problem,
} from '@comitium/contract';
import { sql } from 'kysely';
import type { Caller } from '../../../platform/access/allows.ts';
import { narrowReach, reachOf } from '../audit-reach.ts';
import type { AuditTools } from '../audit-tools.ts';
import { answerOf, cursorOf, type EntryRow, findPrevious, listEntries, readCursor } from './entry-queries.ts';

const pageSize = 50;

export const readEntries = async (
  { platform, elections }: AuditTools,
  caller: Caller,
  { limit = pageSize, cursor, ...filter }: AuditQuery,
): Promise<Result<PageOf<AuditEntry>, Problem>> => {
  const reach = await narrowReach(elections, {
    caller,
    reference: filter.election,
    now: platform.clock.now(),
  });
  if (!reach.ok) return reach;
  const before = cursor === undefined ? null : readCursor(cursor);
  if (cursor !== undefined && before === null) {
    return err(problem('cursor_invalid', 'This cursor was not given out by this list.'));
  }
  const rows = await listEntries(platform.db.kysely, { filter, reach: reach.value, before }, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? cursorOf(last) : null;
  return ok({ items: page.map(answerOf), nextCursor });
};

/** One entry with what it changed. */
export const readEntry = async (
  { platform }: AuditTools,
  caller: Caller,
  id: string,
): Promise<Result<AuditEntryDetail, Problem>> => {
  const reach = reachOf(caller, platform.clock.now());
  const row = /^\d{1,15}$/.test(id) ? await findEntry(platform, Number(id)) : undefined;
  const mayRead = reach === 'everything' || reach.some((election) => election === row?.election_id);
  if (row === undefined || !mayRead) return err(problem('entry_not_found', `There is no entry ${id}.`));
  return ok({ ...answerOf(row), ...(await changeOf(platform, row)) });
};

const findEntry = async ({ db }: AuditTools['platform'], id: number): Promise<EntryRow | undefined> => {
  const { rows } = await sql<EntryRow>`
    select e.*, e.occurred_at::text as exact_at, p.name as person_name, l.on_behalf_of, l.device,
      coalesce(l.request_id, r.request_id) as request_id, l.reason, r.network::text as network,
      coalesce(r.times, 1) as times, coalesce(l.payload, r.detail::json) as content
    from audit_entry e
    left join ledger l on l.id = e.ledger_id
    left join audit_refusal r on r.id = e.refusal_id
    left join person p on p.id = e.person_id
    where e.id = ${id}`.execute(db.kysely);
  return rows[0];
};

/** Sheets say by themselves what was before; of other things the last event of the same type tells it. */
const changeOf = async (
  { db }: AuditTools['platform'],
  row: EntryRow,
): Promise<{ before: unknown; after: unknown }> => {
  if (row.ledger_id === null) return { before: null, after: row.content };
  const content = row.content as { before?: unknown; after?: unknown };
  if (content.after !== undefined) {
    const { before, after, ...same } = content;
    const whole = (state: unknown) => (state === null ? null : { ...same, ...(state as object) });
    return { before: whole(before ?? null), after: whole(after) };
  }
  return { before: await findPrevious(db.kysely, row), after: content };
};
