import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../database/schema.ts';
import type { LedgerPosition } from './ledger-event.ts';
import { isAfter } from './read-ledger.ts';

export interface FollowerLag {
  /** Committed events that were not handled yet, counted up to 10,000. */
  readonly events: number;
  /** Age of the oldest of them. */
  readonly seconds: number;
}

export const countLag = async (
  db: Kysely<DatabaseSchema>,
  position: LedgerPosition,
): Promise<FollowerLag> => {
  const { rows } = await sql<FollowerLag>`
    select count(*) as events,
      coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8 as seconds
    from (select occurred_at from ledger l where ${isAfter(position)} order by era, tx, id limit 10000) as waiting
  `.execute(db);
  return rows[0] ?? { events: 0, seconds: 0 };
};
