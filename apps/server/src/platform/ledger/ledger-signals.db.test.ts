import { expect, test } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { announceLedger, listenToLedger } from './ledger-signals.ts';

const db = await createTestDatabase();

test('an announcement reaches listeners of this process at once and those of others by notification', async () => {
  const other = openDatabase({ connectionString: db.connectionString });
  let here = 0;
  let there = 0;
  const stopHere = listenToLedger(db, () => (here += 1));
  const stopThere = listenToLedger(other, () => (there += 1));
  // Each is rung once when it begins to listen.
  await expect.poll(() => [here, there], { timeout: 20_000 }).toEqual([1, 1]);
  announceLedger(db);
  expect(here).toBe(2);
  await expect.poll(() => there, { timeout: 20_000 }).toBe(2);
  await Promise.all([stopHere(), stopThere()]);
  await other.close();
});
