import { uuidv7 } from '@comitium/basics';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { testLog } from '../../platform/database/testing/test-log.ts';
import { forgetOldSessions } from './accounts-jobs.ts';
import { createTestBed } from './testing/create-test-bed.ts';
import { addPerson, signInAs } from './testing/test-people.ts';

const db = await createTestDatabase();

test('sessions that were over a month ago are forgotten, others stay', async () => {
  const bed = await createTestBed(db);
  const person_id = await addPerson(bed, 'esi@example.org');
  await signInAs(bed, 'esi@example.org');
  await bed.close();
  const old = { id: uuidv7(0), person_id, ended_at: null };
  await db.kysely
    .insertInto('session')
    .values({ ...old, expires_at: new Date('2020-01-01') })
    .execute();
  const { signal } = new AbortController();
  await forgetOldSessions.run({}, { db, log: testLog, signal, attempt: 1 });
  const left = await db.kysely.selectFrom('session').select('id').execute();
  expect(left).toHaveLength(1);
  expect(left[0]?.id).not.toBe(old.id);
});
