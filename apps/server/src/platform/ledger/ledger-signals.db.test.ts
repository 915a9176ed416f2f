import { expect, test } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { announceLedger, listenToLedger } from './ledger-signals.ts';

const db = await createTestDatabase();

test('an announcement reaches the listeners of this process, and those of others by notification', async () => {
  const other = openDatabase({ connectionString: db.connectionString });
  let here = 0;
  let there = 0;
  const stopHere = listenToLedger(db, () => (here += 1));
  const stopThere = listenToLedger(other, () => (there += 1));
  // Each is rung once when it begins to listen.
  await expect.poll(() => [here, there], { timeout: 20_000 }).toEqual([1, 1]);
  announceLedger(db);
  await expect.poll(() => here, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => there, { timeout: 20_000 }).toBe(2);
  await Promise.all([stopHere(), stopThere()]);
  await other.close();
});

test('announcements that follow each other closely are gathered, and the last one is never lost', async () => {
  let rings = 0;
  let announced = 0;
  let seen = 0;
  const stop = listenToLedger(db, () => {
    rings += 1;
    seen = announced;
  });
  for (; announced < 1000; announced++) announceLedger(db);
  await expect.poll(() => seen, { timeout: 20_000 }).toBe(1000);
  expect(rings).toBeLessThan(100);
  await stop();
});
