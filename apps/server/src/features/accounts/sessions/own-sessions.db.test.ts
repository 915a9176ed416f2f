import type { OwnSession } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { cookiesOf } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson, password, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, {
  COMITIUM_PLACE_HEADER: 'CF-IPCountry',
  COMITIUM_TRUSTED_PROXIES: '127.0.0.1',
});
afterAll(bed.close);
await addPerson(bed, 'esi@example.org');
await addPerson(bed, 'kofi@example.org');
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, authorization: string) =>
  bed.server.inject({ method, url: `/api/v1${path}`, headers: { authorization } });
const list = async (authorization: string): Promise<OwnSession[]> =>
  (await ask('GET', '/auth/me/sessions', authorization)).json<{ items: OwnSession[] }>().items;
const signIn = (headers: Record<string, string>) =>
  bed.server.inject({
    ...{ method: 'POST', url: '/api/v1/auth/sign-in', headers },
    payload: { email: 'esi@example.org', password },
  });
const clear = () => db.kysely.updateTable('session').set({ ended_at: new Date() }).execute();

test('a person sees where he is signed in, by browser, system and country', async () => {
  const started = await signIn({ 'user-agent': firefox, 'cf-ipcountry': 'GE' });
  const authorization = `Bearer ${started.json<{ token: string }>().token}`;
  expect(await list(authorization)).toMatchObject([
    {
      ...{ current: true, browser: 'Firefox', system: 'Linux', place: 'GE', method: 'password' },
      ...{ secondFactor: false, newDevice: false, startedAt: bed.time.now.toISOString() },
    },
  ]);
  await clear();
});

test('another browser is flagged and told by e-mail once, and nothing is refused; a known one is not', async () => {
  await db.kysely.updateTable('identity').set({ verified_at: new Date() }).execute();
  const known = await signIn({ 'user-agent': firefox });
  const before = bed.sent.length;
  const strange = await signIn({ 'user-agent': 'curl/8' });
  await signIn({ 'user-agent': 'curl/8' });
  await signIn({ 'user-agent': firefox, cookie: cookiesOf(known) });
  expect(strange.statusCode).toBe(200);
  const told = bed.sent.slice(before).filter(({ template }) => template === 'new_device');
  expect(new Set(told.map(({ key }) => key)).size).toBe(1);
  expect(told[0]).toMatchObject({ to: 'esi@example.org', channel: 'email' });
  const sessions = await list(`Bearer ${strange.json<{ token: string }>().token}`);
  expect(sessions.map(({ newDevice }) => newDevice).toSorted()).toEqual([false, true, true, true]);
  await clear();
});

test('reading writes nothing: last seen moves when a token is renewed', async () => {
  const { headers, cookie } = await signInAs(bed, 'esi@example.org');
  const [before] = await list(headers.authorization);
  bed.time.now = new Date(bed.time.now.getTime() + 60_000);
  expect((await list(headers.authorization))[0]?.lastSeenAt).toBe(before?.lastSeenAt);
  await bed.server.inject({
    ...{ method: 'POST', url: '/api/v1/auth/token' },
    headers: { cookie, origin: 'http://localhost', host: 'localhost' },
  });
  expect((await list(headers.authorization))[0]?.lastSeenAt).toBe(bed.time.now.toISOString());
  await clear();
});

test('one or all others can be ended, at once', async () => {
  const here = await signInAs(bed, 'esi@example.org');
  const [there, elsewhere] = [await signInAs(bed, 'esi@example.org'), await signInAs(bed, 'esi@example.org')];
  const own = here.headers.authorization;
  const one = (await list(there.headers.authorization)).find(({ current }) => current)?.id;
  expect((await ask('DELETE', `/auth/me/sessions/${one}`, own)).statusCode).toBe(204);
  expect((await ask('GET', '/auth/me', there.headers.authorization)).statusCode).toBe(401);
  expect((await ask('DELETE', `/auth/me/sessions/${one}`, own)).json()).toMatchObject({
    code: 'session_not_found',
  });
  expect((await ask('POST', '/auth/me/sessions/end-others', own)).statusCode).toBe(204);
  expect((await ask('GET', '/auth/me', elsewhere.headers.authorization)).statusCode).toBe(401);
  expect(await list(own)).toHaveLength(1);
});

test('somebody else’s session does not exist, and stays', async () => {
  const mine = await signInAs(bed, 'esi@example.org');
  const [session] = await list(mine.headers.authorization);
  const kofi = await signInAs(bed, 'kofi@example.org');
  const path = `/auth/me/sessions/${session?.id}`;
  expect((await ask('DELETE', path, kofi.headers.authorization)).json()).toMatchObject({
    code: 'session_not_found',
  });
  await ask('POST', '/auth/me/sessions/end-others', kofi.headers.authorization);
  expect((await ask('GET', '/auth/me', mine.headers.authorization)).statusCode).toBe(200);
  expect((await list(kofi.headers.authorization)).some(({ id }) => id === session?.id)).toBe(false);
});
