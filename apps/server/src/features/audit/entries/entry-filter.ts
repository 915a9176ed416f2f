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

/** The conditions of a wish. Each of them begins an index that goes on by time and number. */
export const whereOf = ({ filter, reach, before }: EntryWish): RawBuilder<boolean> => {
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (reach !== 'everything') {
    const [only, ...others] = reach;
    conditions.push(
      others.length === 0
        ? sql`e.election_id = ${only ?? null}::uuid`
        : sql`e.election_id = any(${[...reach]}::uuid[])`,
    );
  }
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
