import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { cookiesOf, post } from '../testing/ask.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { beginSignIn, codeAt, enrolTotp } from '../testing/second-factors.ts';
import { addPerson, password, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(bed.close);
const email = 'esi@example.org';
await addPerson(bed, email);
const { secret, recoveryCodes, signedIn } = await enrolTotp(bed, email);

const next = (): void => {
  bed.time.now = new Date(bed.time.now.getTime() + 30_000);
};
const hour = (): void => {
  bed.time.now = new Date(bed.time.now.getTime() + 3_600_001);
};
const code = (): string => codeAt(secret, bed.time.now);
const prove = (body: object, headers = {}) => post(bed, '/auth/second-factor', body, headers);
const codeOf = async (answer: ReturnType<typeof prove>): Promise<unknown> =>
  (await answer).json<{ code?: string }>().code;
const factors = async (headers = signedIn.headers) =>
  (await bed.server.inject({ url: '/api/v1/auth/me/factors', headers })).json<object>();

test('the first factor alone begins no session: it is answered with a challenge', async () => {
  const answer = await post(bed, '/auth/sign-in', { email, password });
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({
    code: 'second_factor_required',
    methods: ['totp', 'recovery_code'],
    expiresAt: new Date(bed.time.now.getTime() + 300_000).toISOString(),
  });
  expect(answer.cookies).toEqual([]);
  expect(answer.body).not.toContain('token');
  const { challenge } = answer.json<{ challenge: string }>();
  const me = await bed.server.inject({
    url: '/api/v1/auth/me',
    headers: { authorization: `Bearer ${challenge}` },
  });
  expect(me.statusCode).toBe(401);
});

test('the code of the app completes it, and the session says so', async () => {
  const answer = await prove({ challenge: await beginSignIn(bed, email), code: code() });
  expect(answer.statusCode).toBe(200);
  expect(cookiesOf(answer)).toContain('comitium_session=');
  const { token } = answer.json<{ token: string }>();
  const sessions = await bed.server.inject({
    url: '/api/v1/auth/me/sessions',
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = sessions.json<{ items: { current: boolean }[] }>();
  expect(items.find(({ current }) => current)).toMatchObject({ method: 'password', secondFactor: true });
});

test('a code works once, also for two at the same moment and with another challenge', async () => {
  next();
  const challenges = [await beginSignIn(bed, email), await beginSignIn(bed, email)];
  const answers = await Promise.all(challenges.map((challenge) => prove({ challenge, code: code() })));
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
  expect(await codeOf(prove({ challenge: await beginSignIn(bed, email), code: code() }))).toBe(
    'code_refused',
  );
});

test('a challenge works once, for five minutes, and for five tries', async () => {
  next();
  const challenge = await beginSignIn(bed, email);
  expect((await prove({ challenge, code: code() })).statusCode).toBe(200);
  next();
  expect(await codeOf(prove({ challenge, code: code() }))).toBe('code_refused');
  const late = await beginSignIn(bed, email);
  bed.time.now = new Date(bed.time.now.getTime() + 300_001);
  expect(await codeOf(prove({ challenge: late, code: code() }))).toBe('code_refused');
  hour();
  const tried = await beginSignIn(bed, email);
  const left = [];
  for (let i = 0; i < 5; i += 1)
    left.push(
      (await prove({ challenge: tried, recoveryCode: 'wrong' })).json<{ triesLeft: number }>().triesLeft,
    );
  expect(left).toEqual([4, 3, 2, 1, 0]);
  expect(await codeOf(prove({ challenge: tried, code: code() }))).toBe('code_refused');
});

test('whoever knows the password cannot guess on with new challenges; the owner’s own browser still gets in', async () => {
  hour();
  const known = await prove({ challenge: await beginSignIn(bed, email), code: code() });
  next();
  for (let i = 0; i < 2; i += 1) {
    const challenge = await beginSignIn(bed, email);
    for (let j = 0; j < 5; j += 1) await prove({ challenge, code: '000000' });
  }
  const answer = await prove({ challenge: await beginSignIn(bed, email), code: code() });
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '3600']);
  const cookie = cookiesOf(known);
  const again = await post(bed, '/auth/sign-in', { email, password }, { cookie });
  const { challenge } = again.json<{ challenge: string }>();
  expect((await prove({ challenge, code: code() }, { cookie })).statusCode).toBe(200);
  await bed.platform.trail.flush();
  const kinds = await db.kysely.selectFrom('audit_refusal').select(['kind', 'action', 'person_id']).execute();
  expect(kinds.map(({ kind, action }) => `${kind} ${action}`)).toEqual(
    expect.arrayContaining(['code_failed postAuthSecondFactor', 'rate_limited postAuthSecondFactor']),
  );
  hour();
});

test('each of ten recovery codes stands in once, however it is typed, and is stored as a hash', async () => {
  expect(recoveryCodes).toHaveLength(10);
  const [first = '', second = ''] = recoveryCodes;
  const challenge = await beginSignIn(bed, email);
  expect((await prove({ challenge, recoveryCode: ` ${first.toUpperCase()} ` })).statusCode).toBe(200);
  const again = await beginSignIn(bed, email);
  expect(await codeOf(prove({ challenge: again, recoveryCode: first }))).toBe('code_refused');
  expect(await factors(signedIn.headers)).toMatchObject({ code: 'unauthenticated' });
  const races = [await beginSignIn(bed, email), await beginSignIn(bed, email)];
  const answers = await Promise.all(races.map((one) => prove({ challenge: one, recoveryCode: second })));
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
  const rows = await db.kysely.selectFrom('recovery_code').selectAll().execute();
  expect(rows.filter(({ used_at }) => used_at !== null)).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(second);
});

test('bad input is told apart from a wrong code', async () => {
  hour();
  const challenge = await beginSignIn(bed, email);
  const both = { challenge, code: '123456', recoveryCode: 'x' };
  expect(await codeOf(prove(both))).toBe('validation_failed');
  expect(await codeOf(prove({ challenge }))).toBe('validation_failed');
  expect(await codeOf(prove({ challenge, code: '12345' }))).toBe('invalid_request');
  expect(await codeOf(prove({ challenge: 'made up', code: '123456' }))).toBe('code_refused');
});

test('what is stored does not let a reader of the database compute codes', async () => {
  const rows = await db.kysely.selectFrom('totp').select('sealed').execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('without a second factor nothing changes', async () => {
  await addPerson(bed, 'plain@example.org');
  const { headers } = await signInAs(bed, 'plain@example.org');
  expect(await factors(headers)).toEqual({
    ...{ totp: null, passkeys: [], recoveryCodesLeft: 0, required: false, limited: false },
  });
});
