// Nobody learns from an answer, its headers or its work whether an account exists: the same statements in the same order.
import pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { post, signInByCode } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(bed.close);
await addPerson(bed, 'known@example.org');
await signInByCode(bed, '+995599500001');
await signInByCode(bed, '+995599500009');
// What runs beside requests, every second or so, must not be counted among theirs.
await bed.accounts.stop?.();

/** Every SQL statement of a request, what it answers without its times and ids, and the names of its headers. */
const traceOf = async (path: string, payload: object) => {
  bed.time.now = new Date(bed.time.now.getTime() + 3_601_000);
  await bed.platform.trail.flush();
  const queries = vi.spyOn(pg.Client.prototype, 'query');
  const answer = await post(bed, path, payload);
  const statements = queries.mock.calls.map(([query]) => {
    const { text } = query as unknown as { text?: string };
    return (text ?? String(query)).replace(/\s+/g, ' ');
  });
  queries.mockRestore();
  // Followers are woken a moment after a commit, whoever's it was.
  const ofRequest = statements.filter((statement) => !statement.includes('pg_notify'));
  const told = Object.entries(answer.json<object>()).map(([name, value]) =>
    ['challenge', 'expiresAt', 'resendAt', 'requestId'].includes(name) ? name : [name, value],
  );
  return {
    statements: ofRequest,
    status: answer.statusCode,
    told,
    headers: Object.keys(answer.headers).toSorted(),
  };
};

test.each([
  ['/auth/phone/code', { phone: '+995599500001' }, { phone: '+995599500101' }],
  ['/auth/password/forgot', { email: 'known@example.org' }, { email: 'knot@example.org' }],
  [
    '/auth/sign-up',
    { email: 'known@example.org', password: 'a phrase of some length', name: 'A' },
    { email: 'knot@example.org', password: 'a phrase of some length', name: 'A' },
  ],
  [
    '/auth/sign-in',
    { email: 'known@example.org', password: 'not the right one' },
    { email: 'knot@example.org', password: 'not the right one' },
  ],
])('%s does the same work for a known and an unknown person', async (path, known, unknown) => {
  // Once before, so that no cache is filled by the first of the two.
  await traceOf(path, unknown);
  const first = await traceOf(path, known);
  const second = await traceOf(path, unknown);
  expect(first).toEqual(second);
  expect(first.statements.length).toBeGreaterThan(1);
});
