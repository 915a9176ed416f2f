import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../../../platform/database/index.ts';
import { onDatabase } from '../../../platform/database/testing/template-database.ts';

/** Changes what nobody may change, as somebody with the database's own power could: triggers do not fire. */
export const tamper = async (db: Database, statement: string): Promise<void> => {
  const { rows } = await db.pool.query<{ name: string }>('select current_database() as name');
  const connectionString = onDatabase(inject('adminConnectionString'), rows[0]?.name ?? '');
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  try {
    await owner.query('set session_replication_role = replica');
    const { rowCount } = await owner.query(statement);
    if (rowCount === 0) throw new Error(`nothing was changed by: ${statement}`);
  } finally {
    await owner.end();
  }
};
