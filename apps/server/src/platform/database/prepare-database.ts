import { migrateJobs } from '../jobs/migrate-jobs.ts';
import { openLedgerEra } from '../ledger/open-ledger-era.ts';
import type { Database } from './database.ts';
import { grantApplication } from './grant-application.ts';
import { migrate } from './migrate.ts';

/**
 * Everything a database needs before the program serves from it, on the owner's connection; the application's role is
 * given its rights where there is one of its own. Answers the migrations that were applied now.
 */
export const prepareDatabase = async (owner: Database, applicationRole?: string): Promise<string[]> => {
  const applied = await migrate(owner);
  await migrateJobs(owner);
  await openLedgerEra(owner);
  if (applicationRole !== undefined) await grantApplication(owner, applicationRole);
  return applied;
};
