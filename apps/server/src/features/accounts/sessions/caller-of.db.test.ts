import { unwrap } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { runningFollowers } from '../../../platform/ledger/index.ts';
import { createTestBed, type TestBed } from '../testing/create-test-bed.ts';
import { addPerson, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
const otherProcess = await createTestBed(db);
afterAll(async () => {
  await bed.close();
  await otherProcess.close();
});
const system = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;

const ask = (at: TestBed, authorization: string | undefined, url = '/api/v1/people') =>
  at.server.inject({ url, headers: authorization === undefined ? {} : { authorization } });

const followed = () => Promise.all(runningFollowers(db).map((follower) => follower.caughtUp()));

test('no token is nobody; a token that is not ours is refused, also at public addresses', async () => {
  expect((await ask(bed, undefined)).json()).toMatchObject({ code: 'unauthenticated' });
  await addPerson(bed, 'own@example.org');
  const { token } = await signInAs(bed, 'own@example.org');
  const [head, body, signature] = token.split('.') as [string, string, string];
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const forged = [
    `Basic ${token}`,
    'Bearer',
    'Bearer x.y.z',
    `Bearer ${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    `Bearer ${encode({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
    `Bearer ${encode({ alg: 'HS256', typ: 'at+jwt', kid: 'x' })}.${body}.${signature}`,
    `Bearer ${'a'.repeat(3000)}`,
  ];
  for (const authorization of forged) {
    const answer = await ask(bed, authorization, '/api/v1/auth/me');
    expect([authorization, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      authorization,
      401,
      'unauthenticated',
    ]);
  }
});

test('a token ends by the clock, though its signature was checked before', async () => {
  await addPerson(bed, 'late@example.org');
  const { headers } = await signInAs(bed, 'late@example.org');
  const start = bed.time.now;
  expect((await ask(bed, headers.authorization, '/api/v1/auth/me')).statusCode).toBe(200);
  bed.time.now = new Date(start.getTime() + 900_001);
  const late = await ask(bed, headers.authorization, '/api/v1/auth/me');
  const again = await ask(bed, headers.authorization, '/api/v1/auth/me');
  bed.time.now = start;
  expect([late.statusCode, again.statusCode]).toEqual([401, 401]);
});

test('a token of one process is good in another', async () => {
  await addPerson(bed, 'roaming@example.org');
  const { headers } = await signInAs(bed, 'roaming@example.org');
  expect((await ask(otherProcess, headers.authorization, '/api/v1/auth/me')).statusCode).toBe(200);
});

test('a grant and its end take effect at once here, and through the ledger elsewhere', async () => {
  const id = await addPerson(bed, 'manager@example.org');
  const { headers } = await signInAs(bed, 'manager@example.org');
  const statuses = async () =>
    Promise.all([bed, otherProcess].map(async (at) => (await ask(at, headers.authorization)).statusCode));
  expect(await statuses()).toEqual([403, 403]);

  const wish = { personId: id, role: 'election_administrator', scope: {}, endsAt: null } as const;
  const grant = unwrap(await bed.accounts.giveGrant({ ...system, ...wish }));
  expect((await ask(bed, headers.authorization)).statusCode).toBe(200);
  await followed();
  expect(await statuses()).toEqual([200, 200]);

  const changed: string[] = [];
  const stopListening = otherProcess.accounts.onRightsChanged((personId) => changed.push(personId));
  unwrap(await bed.accounts.revokeGrant({ ...system, grantId: grant.id }));
  expect((await ask(bed, headers.authorization)).statusCode).toBe(403);
  await followed();
  stopListening();
  expect(await statuses()).toEqual([403, 403]);
  expect(changed).toEqual([id]);
});

test('a grant with an end is over when the clock says so', async () => {
  const endsAt = new Date(bed.time.now.getTime() + 5_000);
  await addPerson(bed, 'guest@example.org', { role: 'election_administrator', endsAt });
  const { headers } = await signInAs(bed, 'guest@example.org');
  expect((await ask(bed, headers.authorization)).statusCode).toBe(200);
  const start = bed.time.now;
  bed.time.now = new Date(endsAt.getTime() + 1);
  const after = await ask(bed, headers.authorization);
  bed.time.now = start;
  expect(after.statusCode).toBe(403);
});

test('a closed account is shut out everywhere, though its tokens are well signed', async () => {
  const id = await addPerson(bed, 'leaver@example.org', { role: 'presenter' });
  const { headers } = await signInAs(bed, 'leaver@example.org');
  expect((await ask(otherProcess, headers.authorization, '/api/v1/auth/me')).statusCode).toBe(200);
  unwrap(await bed.accounts.disablePerson({ ...system, personId: id }));
  expect((await ask(bed, headers.authorization, '/api/v1/auth/me')).statusCode).toBe(401);
  await followed();
  expect((await ask(otherProcess, headers.authorization, '/api/v1/auth/me')).json()).toMatchObject({
    code: 'session_expired',
  });
  expect((await bed.accounts.callerOfPerson(id)).ok).toBe(false);
});

test('sessions that ended before a process started are known to it', async () => {
  await addPerson(bed, 'early@example.org');
  const { headers } = await signInAs(bed, 'early@example.org');
  const url = '/api/v1/auth/sign-out';
  expect((await bed.server.inject({ method: 'POST', url, headers })).statusCode).toBe(204);
  const late = await createTestBed(db);
  const answer = await ask(late, headers.authorization, '/api/v1/auth/me');
  await late.close();
  expect(answer.json()).toMatchObject({ code: 'session_expired' });
});
