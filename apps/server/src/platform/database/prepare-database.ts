import { migrateJobs } from '../jobs/migrate-jobs.ts';
import { openLedgerEra } from '../ledger/open-ledger-era.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';

/** Everything a database needs before the program serves from it; answers the migrations that were applied now. */
export const prepareDatabase = async (db: Database): Promise<string[]> => {
  const applied = await migrate(db);
  await migrateJobs(db);
  await openLedgerEra(db);
  return applied;
};
