import type { AccountExport, Me } from '@comitium/contract';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { post, signInByCode } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson, password, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(bed.close);
beforeEach(() => {
  bed.time.now = new Date(bed.time.now.getTime() + 3_600_001);
});

type Headers = { readonly authorization: string };
const patch = (headers: Headers, payload: object) =>
  bed.server.inject({ method: 'PATCH', url: '/api/v1/auth/me', headers, payload });
const exported = async (headers: Headers) => bed.server.inject({ url: '/api/v1/auth/me/export', headers });
const meOf = async (headers: Headers) => bed.server.inject({ url: '/api/v1/auth/me', headers });

test('one changes one’s name and language, and no field that gives a right', async () => {
  const headers = await signInByCode(bed, '+995599200001');
  expect((await patch(headers, { name: ' Nino ', language: 'ka' })).json()).toMatchObject({
    name: 'Nino',
    language: 'ka',
  });
  for (const hostile of [
    { grants: [{ role: 'platform_administrator', scope: {} }] },
    { role: 'platform_administrator' },
    { disabled: false },
    { email: 'a@example.org' },
    { hasPassword: true },
  ]) {
    const answer = await patch(headers, hostile);
    expect([hostile, answer.statusCode]).toEqual([hostile, 400]);
  }
  expect((await meOf(headers)).json<Me>()).toMatchObject({ grants: [], email: null });
  expect((await patch(headers, { name: 'a\u0007' })).statusCode).toBe(422);
});

test('the export holds what is known about oneself, and nothing that signs in', async () => {
  await addPerson(bed, 'kofi@example.org', { role: 'data_admin' });
  const { headers, cookie, token } = await signInAs(bed, 'kofi@example.org');
  const answer = await exported(headers);
  expect(answer.headers['content-disposition']).toMatch(/^attachment/);
  const account = answer.json<AccountExport>();
  expect(account.identities).toEqual([{ kind: 'email', value: 'kofi@example.org', verified: false }]);
  expect(account.grants).toMatchObject([{ role: 'data_admin' }]);
  expect(account.sessions).toHaveLength(1);
  expect(account.events.map(({ type }) => type)).toEqual([
    'session.started',
    'grant.given',
    'person.created',
  ]);
  for (const secret of [token, cookie.split('=')[1] ?? '', password, 'argon2']) {
    expect(answer.body).not.toContain(secret);
  }
});

test('a deleted account leaves its id and nothing that tells who it was', async () => {
  await addPerson(bed, 'root@example.org', { role: 'platform_administrator' });
  const id = await addPerson(bed, 'ama@example.org', { role: 'data_admin' });
  const { headers, cookie } = await signInAs(bed, 'ama@example.org');
  await patch(headers, { name: 'Ama Mensah' });
  const answer = await post(bed, '/auth/me/delete', {}, headers);
  expect([answer.statusCode, answer.cookies[0]?.value]).toEqual([204, '']);
  expect((await meOf(headers)).statusCode).toBe(401);
  const renewed = await bed.server.inject({
    method: 'POST',
    url: '/api/v1/auth/token',
    headers: { cookie, origin: 'http://localhost', host: 'localhost' },
  });
  expect(renewed.statusCode).toBe(401);
  expect((await post(bed, '/auth/sign-in', { email: 'ama@example.org', password })).statusCode).toBe(401);
  const row = await db.kysely.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ name: '', password_hash: null });
  for (const table of ['identity', 'identity_change'] as const) {
    expect(await db.kysely.selectFrom(table).selectAll().where('person_id', '=', id).execute()).toEqual([]);
  }
  const { rows } = await sql<{
    type: string;
  }>`select type from ledger where stream = ${`person:${id}`}`.execute(db.kysely);
  expect(rows.map(({ type }) => type)).toContain('person.erased');
  // The address is free again.
  await addPerson(bed, 'ama@example.org');
});

test('the list of people has no deleted ones', async () => {
  const { headers } = await signInAs(bed, 'root@example.org');
  const people = await bed.server.inject({ url: '/api/v1/people?limit=100', headers });
  expect(people.json<{ items: { name: string }[] }>().items.map(({ name }) => name)).not.toContain('');
  for (const q of ['kofi@example.org', ' KOFI@Example.org']) {
    const found = await bed.server.inject({ url: `/api/v1/people?${new URLSearchParams({ q })}`, headers });
    expect(found.json<{ items: object[] }>().items).toMatchObject([{ email: 'k•••@example.org' }]);
  }
});

test('the last platform administrator stays', async () => {
  const { headers } = await signInAs(bed, 'root@example.org');
  const refused = await post(bed, '/auth/me/delete', { password }, headers);
  expect(refused.json()).toMatchObject({ code: 'wrong_state' });
  await addPerson(bed, 'second@example.org', { role: 'platform_administrator' });
  expect((await post(bed, '/auth/me/delete', { password }, headers)).statusCode).toBe(204);
});

test('an old session deletes nothing by itself', async () => {
  await addPerson(bed, 'esi@example.org');
  const { headers } = await signInAs(bed, 'esi@example.org');
  bed.time.now = new Date(bed.time.now.getTime() + 601_000);
  expect((await post(bed, '/auth/me/delete', {}, headers)).json()).toMatchObject({ code: 'sign_in_again' });
  expect((await meOf(headers)).statusCode).toBe(200);
});
