// Whose tables a database in DATABASE_URL are, and whether the program may begin on it.
import { err, ok, type Result } from '@comitium/basics';
import type { Config } from './platform/config/settings.ts';
import {
  credentialsOf,
  type Database,
  ensureRole,
  findUnprepared,
  mayChangeLedger,
  mayCreateTables,
  openDatabase,
  prepareDatabase,
  refuseServer,
} from './platform/database/index.ts';

/** Runs `work` on a small connection of its own. */
export const withOwner = async <T>(
  connectionString: string,
  { log }: Pick<Database, 'log'>,
  work: (owner: Database) => Promise<T>,
): Promise<T> => {
  const owner = openDatabase({ connectionString, log, poolSize: 2, applicationName: 'comitium migrate' });
  try {
    return await work(owner);
  } finally {
    await owner.close();
  }
};

/** One role does all where it may; else everything has to be there already: what is missing in one sentence, or null. */
const prepareAlone = async (db: Database): Promise<string | null> => {
  if (!(await mayCreateTables(db))) return findUnprepared(db);
  await prepareDatabase(db);
  return null;
};

/**
 * With an owner's URL: migrates as the owner, and makes the application's role where it is missing. Without: the role
 * of DATABASE_URL either owns everything, which production refuses, or finds everything prepared.
 */
export const prepareGivenDatabase = async (
  db: Database,
  { databaseUrl, databaseOwnerUrl, environment }: Config,
): Promise<Result<void, string>> => {
  if (databaseOwnerUrl !== '') {
    const application = credentialsOf(databaseUrl);
    if (application === null) return err('DATABASE_URL must name the application’s role.');
    const refused = await withOwner(databaseOwnerUrl, db, async (owner) => {
      const tooOld = await refuseServer(owner);
      if (tooOld !== null) return tooOld;
      await ensureRole(owner, application);
      await prepareDatabase(owner, application.role);
      return null;
    });
    if (refused !== null) return err(refused);
  } else {
    const missing = (await refuseServer(db)) ?? (await prepareAlone(db));
    if (missing !== null) return err(missing);
  }
  if (!(await mayChangeLedger(db))) return ok(undefined);
  const warning =
    'The role of DATABASE_URL could rewrite the ledger: give it a role of its own, and the owner’s in COMITIUM_DATABASE_OWNER_URL.';
  if (environment === 'production') return err(warning);
  db.log.warn(warning);
  return ok(undefined);
};
