import type { Database } from '../../../platform/database/index.ts';

/** Changes what nobody may change, as somebody with the database's own power could: triggers do not fire. */
export const tamper = async (db: Database, statement: string): Promise<void> => {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    const { rowCount } = await client.query(statement);
    await client.query('commit');
    if (rowCount === 0) throw new Error(`nothing was changed by: ${statement}`);
  } finally {
    client.release();
  }
};
