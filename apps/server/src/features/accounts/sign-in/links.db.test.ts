import type { LinkSent, Me } from '@comitium/contract';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { lastSecret, post } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson, password as known, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, { COMITIUM_PUBLIC_URL: 'https://results.example/' });
afterAll(bed.close);
beforeEach(() => {
  bed.time.now = new Date(bed.time.now.getTime() + 3_600_001);
});

const password = 'a phrase of some length';
const signUp = (email: string, more: object = {}) =>
  post(bed, '/auth/sign-up', { email, password, name: 'Ama', ...more });
const confirm = (token: string, secret = password) =>
  post(bed, '/auth/sign-up/confirm', { token, password: secret });
const signIn = (email: string, secret = password) => post(bed, '/auth/sign-in', { email, password: secret });
const forgot = (email: string) => post(bed, '/auth/password/forgot', { email });
const reset = (token: string, secret: string) =>
  post(bed, '/auth/password/reset', { token, password: secret });
const changed = (token: string): string => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');

/** The worker's part: what was enqueued is run once. */
const runResetJobs = async (): Promise<void> => {
  const job = bed.accounts.jobs?.find(({ name }) => name === 'password.send-reset-link');
  const rows = await db.kysely
    .selectFrom('challenge')
    .select('id')
    .where('purpose', '=', 'reset_password')
    .execute();
  const context = { db, log: bed.platform.log, signal: new AbortController().signal, attempt: 1 };
  for (const { id } of rows) await job?.run({ challenge: id }, context);
};

test('an account begins when the link is followed by whoever knows the password', async () => {
  const answer = await signUp(' Ama@Example.org ');
  expect(answer.json<LinkSent>().sentTo).toBe('a•••@example.org');
  expect((await signIn('ama@example.org')).statusCode).toBe(401);
  const link = bed.sent.at(-1)?.values['link'] ?? '';
  expect(link).toMatch(/^https:\/\/results\.example\/sign-up\/confirm#token=[\w.-]+$/);
  const token = lastSecret(bed, 'ama@example.org');
  const started = await confirm(token);
  expect(started.statusCode).toBe(200);
  const headers = { authorization: `Bearer ${started.json<{ token: string }>().token}` };
  const me = (await bed.server.inject({ url: '/api/v1/auth/me', headers })).json<Me>();
  expect(me).toMatchObject({ email: 'ama@example.org', name: 'Ama', hasPassword: true, grants: [] });
  expect(me.identities).toEqual([{ kind: 'email', value: 'ama@example.org', verified: true }]);
  expect((await signIn('ama@example.org')).statusCode).toBe(200);
  expect((await confirm(token)).json()).toMatchObject({ code: 'link_refused' });
});

test('a link that somebody else asked for makes no account with his password', async () => {
  await signUp('victim@example.org');
  const token = lastSecret(bed, 'victim@example.org');
  const answers = [];
  for (let count = 0; count < 6; count++)
    answers.push((await confirm(token, 'what the victim guesses')).json());
  expect(answers.slice(0, 5)).toMatchObject([4, 3, 2, 1, 0].map((triesLeft) => ({ triesLeft })));
  expect(answers[5]).toMatchObject({ code: 'link_refused' });
  expect((await confirm(token)).json()).toMatchObject({ code: 'link_refused' });
});

test('signing up tells nobody whether the address has an account, but its owner', async () => {
  await addPerson(bed, 'taken@example.org');
  const taken = await signUp('taken@example.org');
  const free = await signUp('free@example.org');
  expect([taken.statusCode, free.statusCode]).toEqual([200, 200]);
  expect(Object.keys(taken.json<object>())).toEqual(Object.keys(free.json<object>()));
  const confirmed = await confirm(lastSecret(bed, 'taken@example.org'));
  expect(confirmed.json()).toMatchObject({ code: 'email_taken' });
  expect((await signIn('taken@example.org', known)).statusCode).toBe(200);
});

test('weak passwords are refused the same for every address', async () => {
  for (const email of ['taken@example.org', 'nobody-yet@example.org']) {
    const answer = await signUp(email, { password: 'password123' });
    expect(answer.json()).toMatchObject({ errors: [{ path: '/password', code: 'password_weak' }] });
  }
});

test('a link is over after its time, and one changed letter makes it worthless', async () => {
  await signUp('late@example.org');
  const token = lastSecret(bed, 'late@example.org');
  expect((await confirm(changed(token))).statusCode).toBe(401);
  bed.time.now = new Date(bed.time.now.getTime() + 24 * 3_600_000);
  expect((await confirm(token)).json()).toMatchObject({ code: 'link_refused' });
  for (const odd of ['x', '.', 'a.b', `${token}.${token}`]) expect((await confirm(odd)).statusCode).toBe(401);
});

test('asking for a new password does the same for every address, and sends only where there is an account', async () => {
  await addPerson(bed, 'kofi@example.org');
  const answers = [await forgot('kofi@example.org'), await forgot('nobody@example.org')];
  expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200]);
  expect(Object.keys(answers[0]?.json<object>() ?? {})).toEqual(
    Object.keys(answers[1]?.json<object>() ?? {}),
  );
  await runResetJobs();
  await runResetJobs();
  expect(bed.sent.filter(({ template }) => template === 'reset_password').map(({ to }) => to)).toEqual([
    'kofi@example.org',
  ]);
});

test('a new password ends every session and every other link', async () => {
  await addPerson(bed, 'esi@example.org');
  const { headers } = await signInAs(bed, 'esi@example.org');
  const tokens: string[] = [];
  for (let count = 0; count < 2; count++) {
    bed.time.now = new Date(bed.time.now.getTime() + 31_000);
    await forgot('esi@example.org');
    await runResetJobs();
    tokens.push(lastSecret(bed, 'esi@example.org'));
  }
  const [first = '', second = ''] = tokens;
  expect((await reset(second, 'esi@example.org')).statusCode).toBe(422);
  expect((await reset(changed(second), 'a brand new phrase')).statusCode).toBe(401);
  expect((await reset(second, 'a brand new phrase')).statusCode).toBe(204);
  for (const token of [first, second])
    expect((await reset(token, 'another new phrase')).statusCode).toBe(401);
  expect((await bed.server.inject({ url: '/api/v1/auth/me', headers })).statusCode).toBe(401);
  expect((await signIn('esi@example.org', known)).statusCode).toBe(401);
  expect((await signIn('esi@example.org', 'a brand new phrase')).statusCode).toBe(200);
});

test('a link of one kind is no link of another', async () => {
  await signUp('kinds@example.org');
  const token = lastSecret(bed, 'kinds@example.org');
  expect((await reset(token, 'a brand new phrase')).statusCode).toBe(401);
  expect((await post(bed, '/auth/change/confirm', { token })).statusCode).toBe(401);
  expect((await confirm(token)).statusCode).toBe(200);
});
