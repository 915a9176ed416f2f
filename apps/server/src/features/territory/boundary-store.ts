import type { RegisterId } from '@comitium/basics';
import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/transaction.ts';
import './register-tables.ts';

export interface NewBoundary {
  readonly registerId: RegisterId;
  readonly level: number;
  readonly hash: string;
  /** Gzip of TopoJSON. */
  readonly topology: Buffer;
  /** West, south, east, north. */
  readonly bbox: readonly number[];
}

/** Replaces the shapes of the level. */
export const upsertBoundary = async (tx: Transaction, boundary: NewBoundary): Promise<void> => {
  const { registerId, level, hash, topology, bbox } = boundary;
  await tx
    .insertInto('boundary')
    .values({ register_id: registerId, level, hash, topology, bbox: [...bbox] })
    .onConflict((conflict) =>
      conflict.columns(['register_id', 'level']).doUpdateSet({
        hash,
        topology,
        bbox: [...bbox],
        created_at: sql`clock_timestamp()`,
      }),
    )
    .execute();
};
