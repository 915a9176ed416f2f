import type { AuditFilter } from '@comitium/contract';
import { type RawBuilder, sql } from 'kysely';
import type { AuditReach } from '../audit-reach.ts';

/** A place in the list: newest first, by time and then by number. */
export interface EntryPosition {
  /** As PostgreSQL writes it, with microseconds. */
  readonly at: string;
  readonly id: number;
}

export interface EntryWish {
  readonly filter: AuditFilter;
  readonly reach: AuditReach;
  /** Older than this. */
  readonly before: EntryPosition | null;
}

/** The conditions of a wish, but for its reach. Each of them begins an index that goes on by time and number. */
const whereOf = ({ filter, before }: Pick<EntryWish, 'filter' | 'before'>): RawBuilder<boolean> => {
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (filter.person !== undefined) conditions.push(sql`e.person_id = ${filter.person}::uuid`);
  if (filter.thing !== undefined) conditions.push(sql`e.thing = ${filter.thing}`);
  if (filter.action !== undefined) conditions.push(sql`e.action = ${filter.action}`);
  if (filter.kind === 'event') conditions.push(sql`e.ledger_id is not null`);
  if (filter.kind === 'refusal') conditions.push(sql`e.refusal_id is not null`);
  if (filter.from !== undefined) conditions.push(sql`e.occurred_at >= ${filter.from}::timestamptz`);
  if (filter.to !== undefined) conditions.push(sql`e.occurred_at < ${filter.to}::timestamptz`);
  if (before !== null) {
    conditions.push(sql`(e.occurred_at, e.id) < (${before.at}::timestamptz, ${before.id}::bigint)`);
  }
  return sql`${sql.join(conditions, sql` and `)}`;
};

const newestFirst = sql`order by e.occurred_at desc, e.id desc`;

/**
 * The page in the narrow list alone. Several elections are read one by one along their index and then merged: asked
 * for all at once, every entry of theirs would be sorted first.
 */
export const pageOf = (wish: EntryWish, limit: number): RawBuilder<unknown> => {
  const where = whereOf(wish);
  if (wish.reach === 'everything') {
    return sql`select e.* from audit_entry e where ${where} ${newestFirst} limit ${limit}`;
  }
  return sql`select e.* from unnest(${[...wish.reach]}::uuid[]) as reached (id) cross join lateral (
      select e.* from audit_entry e where e.election_id = reached.id and ${where} ${newestFirst} limit ${limit}
    ) e ${newestFirst} limit ${limit}`;
};
