import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson, password, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, { COMITIUM_PUBLIC_URL: 'https://results.example' });
afterAll(bed.close);
await addPerson(bed, 'esi@example.org');

const post = (path: string, headers: Record<string, string>, payload?: object) =>
  bed.server.inject({ method: 'POST', url: `/api/v1${path}`, headers, ...(payload && { payload }) });
const ours = { origin: 'https://results.example' };

test('the cookie renews the token for pages of the public address and of the host itself', async () => {
  const { cookie } = await signInAs(bed, 'esi@example.org');
  for (const headers of [ours, { origin: 'http://127.0.0.1:5050', host: '127.0.0.1:5050' }]) {
    const answer = await post('/auth/token', { cookie, ...headers });
    expect(answer.statusCode).toBe(200);
    const { token } = answer.json<{ token: string }>();
    const me = await bed.server.inject({
      url: '/api/v1/auth/me',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(me.json()).toMatchObject({ email: 'esi@example.org' });
  }
});

test('other origins are refused, and so is none', async () => {
  const { cookie } = await signInAs(bed, 'esi@example.org');
  const origins = ['https://evil.example', 'https://results.example.evil.example', 'null', 'not a url'];
  const refused = ['http://results.example', 'file://results.example'];
  for (const origin of [...origins, ...refused]) {
    const answer = await post('/auth/token', { cookie, origin, host: 'internal:5050' });
    expect([origin, answer.json<{ code: string }>().code]).toEqual([origin, 'origin_refused']);
  }
  expect((await post('/auth/token', { cookie })).json()).toMatchObject({ code: 'origin_refused' });
});

test('without an open session there is nothing to renew', async () => {
  const { cookie } = await signInAs(bed, 'esi@example.org');
  const cookies = ['', '__Host-comitium_session=', `__Host-comitium_session=${'A'.repeat(43)}`, `x${cookie}`];
  for (const wrong of cookies) {
    expect((await post('/auth/token', { ...ours, cookie: wrong })).json()).toMatchObject({
      code: 'session_expired',
    });
  }
  expect((await post('/auth/token', { ...ours, cookie: `theme=dark; ${cookie}` })).statusCode).toBe(200);
});

test('a session and its last token end together, by the clock', async () => {
  const { cookie } = await signInAs(bed, 'esi@example.org');
  const start = bed.time.now;
  bed.time.now = new Date(start.getTime() + 43_100_000);
  const { expiresAt } = (await post('/auth/token', { ...ours, cookie })).json<{ expiresAt: string }>();
  bed.time.now = new Date(start.getTime() + 43_200_001);
  const late = await post('/auth/token', { ...ours, cookie });
  bed.time.now = start;
  expect(Date.parse(expiresAt)).toBeLessThanOrEqual(start.getTime() + 43_200_000);
  expect(late.json()).toMatchObject({ code: 'session_expired' });
});

test('signing out ends the session, its cookie and its tokens, and can be repeated', async () => {
  const { cookie, headers } = await signInAs(bed, 'esi@example.org');
  const foreign = await post('/auth/sign-out', { cookie, origin: 'https://evil.example' });
  expect(foreign.json()).toMatchObject({ code: 'origin_refused' });
  const answer = await post('/auth/sign-out', { ...ours, cookie });
  expect(answer.statusCode).toBe(204);
  expect(answer.headers['set-cookie']).toMatch(/^__Host-comitium_session=; Max-Age=0; Path=\/; HttpOnly/);
  expect((await post('/auth/token', { ...ours, cookie })).json()).toMatchObject({ code: 'session_expired' });
  const me = await bed.server.inject({ url: '/api/v1/auth/me', headers });
  expect(me.json()).toMatchObject({ code: 'session_expired' });
  expect((await post('/auth/sign-out', { ...ours, cookie })).statusCode).toBe(204);
});

test('a new password needs the old one, must be strong, and ends the other sessions', async () => {
  await addPerson(bed, 'kofi@example.org');
  const here = await signInAs(bed, 'kofi@example.org');
  const there = await signInAs(bed, 'kofi@example.org');
  const change = (currentPassword: string, newPassword: string) =>
    post('/auth/password', here.headers, { currentPassword, newPassword });
  expect((await change('wrong', 'another long phrase')).json()).toMatchObject({
    errors: [{ path: '/currentPassword', code: 'password_wrong' }],
  });
  for (const weak of ['Password123', 'aaaaaaaaaaaa', 'kofi@example.org', 'short']) {
    expect([weak, (await change(password, weak)).statusCode]).toEqual([weak, weak === 'short' ? 400 : 422]);
  }
  expect((await change(password, 'another long phrase')).statusCode).toBe(204);
  const ask = (headers: { authorization: string }) => bed.server.inject({ url: '/api/v1/auth/me', headers });
  expect((await ask(here.headers)).statusCode).toBe(200);
  expect((await ask(there.headers)).json()).toMatchObject({ code: 'session_expired' });
  const signIn = (secret: string) =>
    post('/auth/sign-in', {}, { email: 'kofi@example.org', password: secret });
  expect((await signIn(password)).statusCode).toBe(401);
  expect((await signIn('another long phrase')).statusCode).toBe(200);
});
