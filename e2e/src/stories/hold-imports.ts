// Imports of boundaries that end only when a test lets them: how far they are can be looked at on any machine.
import pg from 'pg';
import { onTestFinished } from 'vitest';

const key = 5050;

/**
 * Before an import says that it is done, and so before it writes anything, it waits for a lock that the test has.
 * What else is said of it goes on meanwhile: its progress, and that it was cancelled. The answer lets all of them go.
 * The program gives up a statement after 15 seconds: what takes longer needs a file that is long in work besides.
 */
export const holdImports = async (connectionString: string): Promise<() => Promise<void>> => {
  const database = new pg.Client({ connectionString, application_name: 'e2e' });
  await database.connect();
  const letGo = () => database.end();
  onTestFinished(letGo);
  await database.query(`select pg_advisory_lock(${key})`);
  await database.query(
    `create or replace function wait_for_test() returns trigger language plpgsql as
     $$ begin perform pg_advisory_xact_lock_shared(${key}); return null; end $$`,
  );
  // For each statement, not each row: a row that waits would keep the cancelling waiting too.
  await database.query(
    `create or replace trigger wait_for_test before update of report on boundary_import
     for each statement execute function wait_for_test()`,
  );
  return letGo;
};
