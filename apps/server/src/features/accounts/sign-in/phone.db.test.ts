import { unwrap } from '@comitium/basics';
import type { CodeSent, Me } from '@comitium/contract';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { cookiesOf, lastSecret, post, signInByCode } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(bed.close);
// A new hour for every test, so that none spends another's messages.
beforeEach(() => {
  bed.time.now = new Date(bed.time.now.getTime() + 3_600_001);
});

const later = (seconds: number): void => {
  bed.time.now = new Date(bed.time.now.getTime() + seconds * 1000);
};
const ask = (phone: string, from?: string) =>
  post(bed, '/auth/phone/code', { phone }, from === undefined ? {} : { from });
const tryCode = (challenge: string, code: string) => post(bed, '/auth/phone/sign-in', { challenge, code });
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const sent = async (phone: string): Promise<CodeSent> => (await ask(phone)).json<CodeSent>();

test('a new number joins with its first code and comes back into the same account', async () => {
  const first = await signInByCode(bed, '+995599000001');
  const me = async (headers: { authorization: string }): Promise<Me> =>
    (await bed.server.inject({ url: '/api/v1/auth/me', headers })).json<Me>();
  const joined = await me(first);
  expect(joined).toMatchObject({ email: null, phone: '+995599000001', hasPassword: false });
  expect(joined.identities).toEqual([{ kind: 'phone', value: '+995599000001', verified: true }]);
  later(31);
  expect((await me(await signInByCode(bed, '+995 599 00 00 01'.replaceAll(' ', '')))).id).toBe(joined.id);
});

test('the answer holds no code and is the same with and without an account', async () => {
  await signInByCode(bed, '+995599000002');
  later(31);
  const known = await ask('+995 599 000 002');
  const unknown = await ask('+995599000003');
  expect([known.statusCode, unknown.statusCode]).toEqual([200, 200]);
  expect(Object.keys(known.json<object>())).toEqual(Object.keys(unknown.json<object>()));
  expect(known.json<CodeSent>().sentTo).toBe('+995 5•• ••• 02');
  expect(known.body).not.toContain(lastSecret(bed, '+995599000002'));
  const stored = JSON.stringify(await db.kysely.selectFrom('challenge').selectAll().execute());
  expect(stored).not.toContain(lastSecret(bed, '+995599000002'));
  expect(stored).not.toContain('599000002');
});

test('a code is good once', async () => {
  const { challenge } = await sent('+995599000004');
  const code = lastSecret(bed, '+995599000004');
  const both = await Promise.all([tryCode(challenge, code), tryCode(challenge, code)]);
  expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([200, 401]);
  expect((await tryCode(challenge, code)).json()).toMatchObject({ code: 'code_refused', triesLeft: 0 });
});

test('a code is over after five minutes', async () => {
  const { challenge } = await sent('+995599000005');
  later(300);
  expect((await tryCode(challenge, lastSecret(bed, '+995599000005'))).json()).toMatchObject({
    code: 'code_refused',
  });
});

test('five wrong tries burn a code, also when they come together', async () => {
  const { challenge } = await sent('+995599000006');
  const code = lastSecret(bed, '+995599000006');
  const wrong = await Promise.all(Array.from({ length: 8 }, () => tryCode(challenge, other(code))));
  const left = wrong.map((answer) => answer.json<{ triesLeft: number }>().triesLeft).toSorted();
  expect(left).toEqual([0, 0, 0, 0, 1, 2, 3, 4]);
  expect((await tryCode(challenge, code)).statusCode).toBe(401);
});

test('the fifth try may still be right', async () => {
  const { challenge } = await sent('+995599000007');
  const code = lastSecret(bed, '+995599000007');
  for (let count = 0; count < 4; count++) await tryCode(challenge, other(code));
  expect((await tryCode(challenge, code)).statusCode).toBe(200);
});

test('another code waits for the delay, and the sixth for the hour', async () => {
  const statuses: number[] = [(await ask('+995599000008')).statusCode];
  const early = await ask('+995599000008');
  expect([early.statusCode, early.headers['retry-after']]).toEqual([429, '30']);
  for (let count = 0; count < 5; count++) {
    later(31);
    statuses.push((await ask('+995599000008')).statusCode);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  later(3_600);
  expect((await ask('+995599000008')).statusCode).toBe(200);
});

test('a burst of requests sends one message', async () => {
  const burst = await Promise.all(Array.from({ length: 6 }, () => ask('+995599000009')));
  expect(burst.map((answer) => answer.statusCode).toSorted()).toEqual([200, 429, 429, 429, 429, 429]);
  expect(bed.sent.filter(({ to }) => to === '+995599000009')).toHaveLength(1);
});

test('strangers cannot lock out the owner, who asks from a device that he has used', async () => {
  const { cookie } = await signInByCode(bed, '+995599000010');
  for (let count = 0; count < 6; count++) {
    later(31);
    await ask('+995599000010', `203.0.113.${count}`);
  }
  expect((await ask('+995599000010', '203.0.113.99')).statusCode).toBe(429);
  const { challenge } = (
    await post(bed, '/auth/phone/code', { phone: '+995599000010' }, { cookie })
  ).json<CodeSent>();
  const code = lastSecret(bed, '+995599000010');
  // A stranger's tries burn the stranger's challenges, never this one, whose id only its requester knows.
  expect((await tryCode(challenge, code)).statusCode).toBe(200);
});

test('nobody can claim such a device, nor use his own for another number', async () => {
  const mallory = await signInByCode(bed, '+995599000011');
  await signInByCode(bed, '+995599000012', { from: '198.51.100.1' });
  for (let count = 0; count < 4; count++) {
    later(31);
    await ask('+995599000012', '198.51.100.2');
  }
  later(31);
  for (const cookie of [mallory.cookie, 'comitium_known=test.AAAAAAAAAAAAAAAA.AAAA', 'comitium_known=x']) {
    const answer = await post(bed, '/auth/phone/code', { phone: '+995599000012' }, { cookie });
    expect(answer.statusCode).toBe(429);
  }
});

test('what is no number, or a costly one, is refused before anything is sent', async () => {
  const before = bed.sent.length;
  for (const phone of ['599123456', '+995000', '+44 909 879 0000']) {
    expect([phone, (await ask(phone)).json<{ errors: object[] }>().errors]).toMatchObject([
      phone,
      [{ path: '/phone' }],
    ]);
  }
  expect(bed.sent).toHaveLength(before);
});

test('a closed account is not opened by a code, and the answer says no more than for a wrong password', async () => {
  const { authorization } = await signInByCode(bed, '+995599000013');
  const me = (await bed.server.inject({ url: '/api/v1/auth/me', headers: { authorization } })).json<Me>();
  const caller = { kind: 'system', name: 'test' } as const;
  unwrap(await bed.accounts.disablePerson({ caller, requestId: null, personId: me.id }));
  later(31);
  const { challenge } = await sent('+995599000013');
  const answer = await tryCode(challenge, lastSecret(bed, '+995599000013'));
  expect([answer.json<{ code: string }>().code, cookiesOf(answer)]).toEqual(['sign_in_failed', '']);
});

test('codes are six digits and hardly ever the same', () => {
  const codes = bed.sent.flatMap(({ values }) => values['code'] ?? []);
  for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  expect(new Set(codes).size).toBeGreaterThan(codes.length - 3);
});
