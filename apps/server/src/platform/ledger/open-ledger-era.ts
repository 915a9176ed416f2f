import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { DatabaseSchema } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';

const restored = sql<boolean>`coalesce((select tx >= pg_snapshot_xmax(pg_current_snapshot()) from ledger
  where ledger.era = ledger_era.era order by tx desc limit 1), false)`;

/** Whether a new era has to begin. */
export const ledgerIsRestored = async (db: Kysely<DatabaseSchema>): Promise<boolean> => {
  const { rows } = await sql<{ restored: boolean }>`select ${restored} as restored from ledger_era`.execute(
    db,
  );
  return rows[0]?.restored ?? false;
};

/**
 * Begins a new era where the ledger was restored from a dump into another cluster: its transaction ids are then ahead
 * of the server's own, which cannot happen otherwise, because a visible row's id lies below the snapshot's end.
 * Without it, followers would wait for ids that are years away. Answers the current era.
 */
export const openLedgerEra = (db: Database): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { rows } = await sql<{ era: number; restored: boolean }>`
      select era, ${restored} as restored from ledger_era for update`.execute(tx);
    const current = rows[0];
    if (current === undefined) throw new Error('ledger_era has no row');
    if (!current.restored) return current.era;
    const next = current.era + 1;
    await sql`update ledger_era set era = ${next}`.execute(tx);
    await sql`alter table ledger alter column era set default ${sql.lit(next)}`.execute(tx);
    return next;
  });
