import type { RegisterId } from '@comitium/basics';
import type { Database } from '../../platform/database/database.ts';
import './register-tables.ts';

/** Gzip of the TopoJSON that has this hash. */
export const findTopology = async (
  db: Database,
  place: { registerId: RegisterId; level: number; hash: string },
): Promise<Buffer | null> => {
  const row = await db.kysely
    .selectFrom('boundary')
    .select('topology')
    .where('register_id', '=', place.registerId)
    .where('level', '=', place.level)
    .where('hash', '=', place.hash)
    .executeTakeFirst();
  return row?.topology ?? null;
};

export interface BoundaryHash {
  readonly level: number;
  readonly hash: string;
}

export const listBoundaryHashes = (db: Database, registerId: RegisterId): Promise<BoundaryHash[]> =>
  db.kysely.selectFrom('boundary').select(['level', 'hash']).where('register_id', '=', registerId).execute();
