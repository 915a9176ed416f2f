import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson } from '../testing/test-people.ts';
import { createRightsCache } from './rights-cache.ts';

const db = await createTestDatabase();
const start = new Date();
const bed = await createTestBed(db);
const endsAt = new Date(start.getTime() + 60_000);
const guest = await addPerson(bed, 'guest@example.org', { role: 'presenter', endsAt }, { role: 'viewer' });
const member = await addPerson(bed, 'member@example.org', { role: 'presenter' });
await bed.close();

const open = () => {
  const time = { now: new Date(start.getTime() + 1_000) };
  return { time, rights: createRightsCache({ db, clock: { now: () => time.now } }) };
};

test('who was read is answered at once, until somebody forgets him or a minute has passed', async () => {
  const { time, rights } = open();
  const first = rights.find(member);
  expect(first).toBeInstanceOf(Promise);
  expect(rights.find(member)).toBe(first);
  const read = await first;
  expect(rights.find(member)).toBe(read);
  rights.forget(member);
  expect(rights.find(member)).toBeInstanceOf(Promise);
  await rights.find(member);
  time.now = new Date(time.now.getTime() + 60_000);
  expect(rights.find(member)).toBeInstanceOf(Promise);
});

test('what was being read when it was forgotten is not remembered', async () => {
  const { rights } = open();
  const stale = rights.find(member);
  rights.forget(member);
  await stale;
  const fresh = rights.find(member);
  expect(fresh).toBeInstanceOf(Promise);
  expect(fresh).not.toBe(stale);
  expect(await fresh).toEqual(await stale);
});

test('a grant that runs out is told once, and only of its holder', async () => {
  const { time, rights } = open();
  const told: string[] = [];
  rights.onChange((personId) => told.push(personId));
  await Promise.all([rights.find(guest), rights.find(member)]);
  rights.forgetDue();
  expect(told).toEqual([]);
  time.now = endsAt;
  rights.forgetDue();
  rights.forgetDue();
  expect(told).toEqual([guest]);
  expect((await rights.find(guest))?.grants).toMatchObject([{ role: 'viewer' }]);
});
