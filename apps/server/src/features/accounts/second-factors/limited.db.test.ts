import { unwrap } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { post } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { beginSignIn, codeAt, enrolTotp } from '../testing/second-factors.ts';
import { addPerson, password, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, { COMITIUM_REQUIRE_SECOND_FACTOR: 'true' });
afterAll(bed.close);
const system = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;
const administrator = { role: 'platform_administrator' } as const;
await addPerson(bed, 'other@example.org', administrator);

const get = async (path: string, headers: { authorization: string }) => {
  const answer = await bed.server.inject({ url: `/api/v1${path}`, headers });
  return { status: answer.statusCode, ...answer.json<{ code?: string }>() };
};
const later = (ms: number): void => {
  bed.time.now = new Date(bed.time.now.getTime() + ms);
};
const codeOf = async (answer: ReturnType<typeof post>): Promise<string | number> => {
  const { statusCode, body } = await answer;
  return statusCode < 300 ? statusCode : (JSON.parse(body) as { code: string }).code;
};

test('an administrator without a second factor can do nothing but set one up', async () => {
  await addPerson(bed, 'boss@example.org', administrator);
  const { headers } = await signInAs(bed, 'boss@example.org');
  expect(await get('/people', headers)).toMatchObject({ status: 403, code: 'second_factor_missing' });
  expect(await get('/auth/me/export', headers)).toMatchObject({ code: 'second_factor_missing' });
  expect(await codeOf(post(bed, '/live/ticket', {}, headers))).toBe('second_factor_missing');
  expect(await codeOf(post(bed, '/auth/me/email', { email: 'x@example.org' }, headers))).toBe(
    'second_factor_missing',
  );
  expect(await get('/auth/me', headers)).toMatchObject({ status: 200, limited: true });
  expect(await get('/auth/me/factors', headers)).toMatchObject({ required: true, limited: true });
  expect(await get('/auth/me/sessions', headers)).toMatchObject({ status: 200 });
});

test('no door but those opens for such a session, whatever the role', async () => {
  const { headers } = await signInAs(bed, 'boss@example.org');
  const opened: string[] = [];
  const shut = (bed.accounts.routes ?? []).filter(
    ({ access }) => access.kind === 'permission' || (access.kind === 'signed_in' && !access.evenLimited),
  );
  for (const { method, path } of shut) {
    const url = `/api/v1${path.replace(/:\w+/g, '01900000-0000-7000-8000-000000000000')}`;
    const answer = await bed.server.inject({ method, url, headers });
    if (answer.json<{ code: string }>().code !== 'second_factor_missing') opened.push(`${method} ${path}`);
  }
  expect(opened).toEqual([]);
  expect(shut.length).toBeGreaterThan(20);
});

test('with one set up the same session goes on, and so do later ones', async () => {
  await addPerson(bed, 'chief@example.org', administrator);
  const { signedIn, secret } = await enrolTotp(bed, 'chief@example.org');
  expect(await get('/people', signedIn.headers)).toMatchObject({ status: 200 });
  const challenge = await beginSignIn(bed, 'chief@example.org');
  const done = await post(bed, '/auth/second-factor', { challenge, code: codeAt(secret, bed.time.now) });
  const headers = { authorization: `Bearer ${done.json<{ token: string }>().token}` };
  expect(await get('/people', headers)).toMatchObject({ status: 200 });
  expect(await get('/auth/me', headers)).toMatchObject({ limited: false });
});

test('a role that is given during a session asks for it at once; others never need one', async () => {
  const personId = await addPerson(bed, 'rising@example.org', { role: 'data_admin' });
  const { headers } = await signInAs(bed, 'rising@example.org');
  expect(await get('/auth/me/export', headers)).toMatchObject({ status: 200 });
  unwrap(await bed.accounts.giveGrant({ ...system, ...administrator, personId, scope: {}, endsAt: null }));
  expect(await get('/auth/me/export', headers)).toMatchObject({ code: 'second_factor_missing' });
});

test('whoever needs a factor cannot remove the last one', async () => {
  await addPerson(bed, 'needs@example.org', administrator);
  const { signedIn } = await enrolTotp(bed, 'needs@example.org');
  expect(await codeOf(post(bed, '/auth/me/totp/remove', {}, signedIn.headers))).toBe('wrong_state');
  expect(await get('/auth/me/factors', signedIn.headers)).toMatchObject({
    totp: { since: expect.any(String) },
    recoveryCodesLeft: 10,
  });
});

test('removing a factor, changing the e-mail and new recovery codes ask for the factor again', async () => {
  await addPerson(bed, 'plain@example.org');
  const { signedIn, secret } = await enrolTotp(bed, 'plain@example.org');
  later(600_001);
  const { headers } = signedIn;
  const dangerous = [
    () => post(bed, '/auth/me/totp/remove', {}, headers),
    () => post(bed, '/auth/me/totp/remove', { password }, headers),
    () => post(bed, '/auth/me/recovery-codes', {}, headers),
    () => post(bed, '/auth/me/email', { email: 'new@example.org', password }, headers),
    () => post(bed, '/auth/me/passkeys', {}, headers),
    () => post(bed, '/auth/me/delete', { password }, headers),
  ];
  for (const attempt of dangerous) expect(await codeOf(attempt())).toBe('step_up_required');
  const begun = await post(bed, '/auth/step-up', {}, headers);
  const { challenge } = begun.json<{ challenge: string }>();
  const confirm = (code: string, as = headers) => post(bed, '/auth/step-up/confirm', { challenge, code }, as);
  expect(await codeOf(confirm('000000'))).toBe('code_refused');
  const stranger = await signInAs(bed, 'other@example.org');
  expect(await codeOf(confirm(codeAt(secret, bed.time.now), stranger.headers))).toBe('code_refused');
  expect((await confirm(codeAt(secret, bed.time.now))).statusCode).toBe(200);
  const renewed = await post(bed, '/auth/me/recovery-codes', {}, headers);
  expect(renewed.json<{ recoveryCodes: string[] }>().recoveryCodes).toHaveLength(10);
  expect(await codeOf(post(bed, '/auth/me/totp/remove', {}, headers))).toBe(204);
  expect(await get('/auth/me/factors', headers)).toMatchObject({ totp: null, recoveryCodesLeft: 0 });
  expect((await post(bed, '/auth/sign-in', { email: 'plain@example.org', password })).statusCode).toBe(200);
  expect(await codeOf(post(bed, '/auth/me/totp/remove', { password }, headers))).toBe('factor_not_found');
});

test('a step-up belongs to its session: another one of the same person cannot answer it', async () => {
  await addPerson(bed, 'two@example.org');
  const { signedIn, secret } = await enrolTotp(bed, 'two@example.org');
  const challenge = await beginSignIn(bed, 'two@example.org');
  const second = await post(bed, '/auth/second-factor', { challenge, code: codeAt(secret, bed.time.now) });
  const there = { authorization: `Bearer ${second.json<{ token: string }>().token}` };
  later(30_000);
  const begun = await post(bed, '/auth/step-up', {}, signedIn.headers);
  const body = { ...begun.json<{ challenge: string }>(), code: codeAt(secret, bed.time.now) };
  const { challenge: own, code } = body;
  expect(await codeOf(post(bed, '/auth/step-up/confirm', { challenge: own, code }, there))).toBe(
    'code_refused',
  );
  expect(await codeOf(post(bed, '/auth/second-factor', { challenge: own, code }))).toBe('code_refused');
});

test('who has lost everything is let in anew by an administrator, with a reason; nobody else may', async () => {
  const personId = await addPerson(bed, 'lost@example.org');
  const { signedIn } = await enrolTotp(bed, 'lost@example.org');
  const { signedIn: root } = await enrolTotp(bed, 'other@example.org');
  const path = `/people/${personId}/factors/reset`;
  const body = { reason: 'Lost the phone; came to the office with a passport.' };
  expect(await codeOf(post(bed, path, body, signedIn.headers))).toBe('forbidden');
  expect(await codeOf(post(bed, path, {}, root.headers))).toBe('invalid_request');
  const waiting = await beginSignIn(bed, 'lost@example.org');
  expect(await codeOf(post(bed, path, body, root.headers))).toBe(204);
  expect(await get('/auth/me', signedIn.headers)).toMatchObject({ status: 401 });
  expect(await codeOf(post(bed, '/auth/second-factor', { challenge: waiting, code: '000000' }))).toBe(
    'code_refused',
  );
  const { headers } = await signInAs(bed, 'lost@example.org');
  expect(await get('/auth/me/factors', headers)).toMatchObject({ totp: null, recoveryCodesLeft: 0 });
  const [event] = await db.kysely
    .selectFrom('ledger')
    .select(['actor', 'reason'])
    .where('type', '=', 'factors.reset')
    .execute();
  expect(event).toMatchObject(body);
});

test('a new password ends sign-ins that wait for a second factor', async () => {
  await addPerson(bed, 'changes@example.org');
  const { signedIn, secret } = await enrolTotp(bed, 'changes@example.org');
  const challenge = await beginSignIn(bed, 'changes@example.org');
  const change = { currentPassword: password, newPassword: 'quite another phrase' };
  expect(await codeOf(post(bed, '/auth/password', change, signedIn.headers))).toBe(204);
  const code = codeAt(secret, bed.time.now);
  expect(await codeOf(post(bed, '/auth/second-factor', { challenge, code }))).toBe('code_refused');
});

test('whoever has a verified e-mail is told of every such change', async () => {
  await addPerson(bed, 'told@example.org');
  await db.kysely.updateTable('identity').set({ verified_at: new Date() }).execute();
  const before = bed.sent.length;
  const { signedIn, recoveryCodes } = await enrolTotp(bed, 'told@example.org');
  const challenge = await beginSignIn(bed, 'told@example.org');
  await post(bed, '/auth/second-factor', { challenge, recoveryCode: recoveryCodes[0] });
  await post(bed, '/auth/me/totp/remove', {}, signedIn.headers);
  const told = bed.sent.slice(before).filter(({ template }) => template === 'security_alert');
  expect(told.map(({ to, values }) => [to, values['text']])).toEqual([
    ['told@example.org', 'A second factor was added to your account.'],
    ['told@example.org', 'Somebody signed in to your account with a recovery code.'],
    ['told@example.org', 'A second factor was removed from your account.'],
  ]);
});

test('the ledger tells of factors by kind alone', async () => {
  const events = await db.kysely.selectFrom('ledger').select(['type', 'payload']).execute();
  const told = events.filter(({ type }) => type.startsWith('factor.'));
  expect(told.map(({ payload }) => payload)).toContainEqual({ kind: 'totp' });
  expect(new Set(told.map(({ type }) => type))).toEqual(new Set(['factor.added', 'factor.removed']));
});
