import type { CodeSent, IdentityChange, Me } from '@comitium/contract';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { lastSecret, post, signInByCode } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson, password, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(bed.close);
const later = (seconds: number): void => {
  bed.time.now = new Date(bed.time.now.getTime() + seconds * 1000);
};
beforeEach(() => later(3_601));

type Headers = { readonly authorization: string };
const me = async (headers: Headers): Promise<Me> =>
  (await bed.server.inject({ url: '/api/v1/auth/me', headers })).json<Me>();
const changeEmail = async (headers: Headers, email: string, more: object = {}) =>
  post(bed, '/auth/me/email', { email, ...more }, headers);
const byLink = (email: string, verdict = 'confirm') =>
  post(bed, `/auth/change/${verdict}`, { token: lastSecret(bed, email) });
interface PhoneStart {
  readonly change: IdentityChange;
  readonly newCode: CodeSent;
  readonly oldCode: CodeSent | null;
}
const changePhone = async (headers: Headers, phone: string, more: object = {}): Promise<PhoneStart> =>
  (await post(bed, '/auth/me/phone', { phone, ...more }, headers)).json<PhoneStart>();
const confirmCode = async (headers: Headers, challenge: string, phone: string) =>
  (
    await post(bed, '/auth/me/phone/confirm', { challenge, code: lastSecret(bed, phone) }, headers)
  ).json<IdentityChange>();
const applyDue = async (): Promise<void> => {
  const job = bed.accounts.jobs?.find(({ name }) => name === 'identities.apply-due-changes');
  await job?.run({}, { db, log: bed.platform.log, signal: new AbortController().signal, attempt: 1 });
};

test('a phone account gets an e-mail, and is one account by both', async () => {
  const headers = await signInByCode(bed, '+995599100001');
  const started = (await changeEmail(headers, 'Ama@example.org')).json<IdentityChange>();
  expect(started).toMatchObject({ waitingFor: ['new'], newIdentity: 'a•••@example.org', appliesAt: null });
  expect((await me(headers)).email).toBe(null);
  expect((await byLink('ama@example.org')).json()).toMatchObject({ state: 'applied', waitingFor: [] });
  expect(await me(headers)).toMatchObject({ email: 'ama@example.org', phone: '+995599100001' });
  expect((await byLink('ama@example.org')).json()).toMatchObject({ code: 'link_refused' });
});

test('an e-mail account gets a phone and is signed in by it', async () => {
  const id = await addPerson(bed, 'kofi@example.org');
  const { headers } = await signInAs(bed, 'kofi@example.org');
  const { newCode, oldCode } = await changePhone(headers, '+995599100002');
  expect(oldCode).toBe(null);
  expect(await confirmCode(headers, newCode.challenge, '+995599100002')).toMatchObject({ state: 'applied' });
  later(31);
  expect((await me(await signInByCode(bed, '+995599100002'))).id).toBe(id);
});

test('a new phone needs the old one’s consent too, whichever comes first', async () => {
  const headers = await signInByCode(bed, '+995599100003');
  later(31);
  const { change, newCode, oldCode } = await changePhone(headers, '+995599100004');
  expect(change.waitingFor).toEqual(['new', 'old']);
  const half = await confirmCode(headers, newCode.challenge, '+995599100004');
  expect(half).toMatchObject({ state: 'waiting', waitingFor: ['old'] });
  expect((await me(headers)).phone).toBe('+995599100003');
  expect(await confirmCode(headers, oldCode?.challenge ?? '', '+995599100003')).toMatchObject({
    state: 'applied',
  });
  expect((await me(headers)).phone).toBe('+995599100004');
  later(31);
  expect((await me(await signInByCode(bed, '+995599100003'))).id).not.toBe((await me(headers)).id);
});

test('an old e-mail that cannot be reached is waited for, and can object', async () => {
  const headers = await signInByCode(bed, '+995599100005');
  await changeEmail(headers, 'old@example.org');
  await byLink('old@example.org');
  later(31);
  await changeEmail(headers, 'wrong@example.org', { oldUnreachable: true });
  await byLink('wrong@example.org');
  expect((await byLink('old@example.org', 'refuse')).json()).toMatchObject({ state: 'cancelled' });
  later(31);
  const asked = (
    await changeEmail(headers, 'new@example.org', { oldUnreachable: true })
  ).json<IdentityChange>();
  expect(Date.parse(asked.appliesAt ?? '') - bed.time.now.getTime()).toBe(3 * 86_400_000);
  expect((await byLink('new@example.org')).json()).toMatchObject({ state: 'waiting', waitingFor: ['old'] });
  await applyDue();
  expect(await emailOf('+995599100005')).toBe('old@example.org');
  later(3 * 86_400);
  await applyDue();
  expect(await emailOf('+995599100005')).toBe('new@example.org');
});

/** By a new session, because time has passed. */
const emailOf = async (phone: string): Promise<string | null> => {
  later(31);
  return (await me(await signInByCode(bed, phone))).email;
};

test('what is another account’s stays there, and only who reads it learns that', async () => {
  await addPerson(bed, 'taken@example.org');
  await signInByCode(bed, '+995599100006');
  const headers = await signInByCode(bed, '+995599100007');
  later(31);
  const free = await changeEmail(headers, 'free@example.org');
  later(31);
  const taken = await changeEmail(headers, 'taken@example.org');
  expect([taken.statusCode, taken.json<IdentityChange>().state]).toEqual([free.statusCode, 'waiting']);
  const told = await byLink('taken@example.org');
  expect(told.json()).toMatchObject({ code: 'email_taken', detail: expect.stringContaining('not merged') });
  const { newCode } = await changePhone(headers, '+995599100006');
  expect(await confirmCode(headers, newCode.challenge, '+995599100006')).toMatchObject({
    code: 'phone_taken',
  });
  expect(await me(headers)).toMatchObject({ email: null, phone: '+995599100007' });
});

test('a later change takes the place of an earlier one, and all can be cancelled', async () => {
  const headers = await signInByCode(bed, '+995599100008');
  await changeEmail(headers, 'one@example.org');
  await changeEmail(headers, 'two@example.org');
  expect((await byLink('one@example.org')).json()).toMatchObject({ code: 'change_not_found' });
  const url = '/api/v1/auth/me/changes';
  const list = async () =>
    (await bed.server.inject({ url, headers }))
      .json<{ items: IdentityChange[] }>()
      .items.map(({ newIdentity }) => newIdentity);
  expect(await list()).toEqual(['t•••@example.org']);
  expect((await bed.server.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
  expect(await list()).toEqual([]);
  expect((await byLink('two@example.org')).json()).toMatchObject({ code: 'change_not_found' });
});

test('an old session changes nothing without the password', async () => {
  await addPerson(bed, 'esi@example.org');
  const { headers } = await signInAs(bed, 'esi@example.org');
  later(601);
  expect((await changeEmail(headers, 'thief@example.org')).json()).toMatchObject({ code: 'sign_in_again' });
  expect((await changeEmail(headers, 'thief@example.org', { password: 'guessed' })).json()).toMatchObject({
    errors: [{ path: '/password', code: 'password_wrong' }],
  });
  expect((await changeEmail(headers, 'esi2@example.org', { password })).statusCode).toBe(200);
});
