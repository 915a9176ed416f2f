import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { addPerson, password, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, { COMITIUM_PUBLIC_URL: 'https://results.example' });
afterAll(bed.close);
await addPerson(bed, 'Esi@Example.org', { role: 'data_admin' });

const post = (path: string, payload: object, headers: Record<string, string> = {}) =>
  bed.server.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers });

const withoutRequestId = (body: string): unknown => ({ ...JSON.parse(body), requestId: null });

test('who signs in gets a token that says who he is, and a cookie that scripts cannot read', async () => {
  const answer = await post('/auth/sign-in', { email: 'esi@example.org', password });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['set-cookie']?.[0]).toMatch(
    /^__Host-comitium_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
  const { token, expiresAt } = answer.json<{ token: string; expiresAt: string }>();
  const lifeMs = Date.parse(expiresAt) - bed.time.now.getTime();
  expect(lifeMs).toBeGreaterThan(898_000);
  expect(lifeMs).toBeLessThanOrEqual(900_000);
  const me = await bed.server.inject({
    url: '/api/v1/auth/me',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(me.json()).toMatchObject({ email: 'esi@example.org', phone: null, disabled: false });
  expect(me.json<{ grants: object[] }>().grants).toMatchObject([
    { role: 'data_admin', scope: {}, scopeName: 'everywhere' },
  ]);
});

test('wrong password, unknown e-mail, closed account and hostile input get one and the same answer', async () => {
  const closed = await addPerson(bed, 'closed@example.org');
  const system = { kind: 'system', name: 'test' } as const;
  await bed.accounts.disablePerson({ caller: system, requestId: null, personId: closed });
  const attempts = [
    { email: 'esi@example.org', password: 'not the right phrase' },
    { email: 'nobody@example.org', password },
    { email: 'closed@example.org', password },
    { email: "' or 1=1 --", password: "' or ''='" },
    { email: "esi@example.org'; drop table person; --", password },
  ];
  const answers = [];
  for (const attempt of attempts) answers.push(await post('/auth/sign-in', attempt));
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([401]));
  const bodies = answers.map((answer) => withoutRequestId(answer.body));
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  expect(bodies[0]).toMatchObject({ code: 'sign_in_failed' });
  expect(answers.flatMap((answer) => answer.headers['set-cookie'] ?? [])).toEqual([]);
});

test('what is stored would not let a reader of the database sign in', async () => {
  const { cookie } = await signInAs(bed, 'esi@example.org');
  const sessions = await db.kysely.selectFrom('refresh_token').select('secret_hash').execute();
  const secret = cookie.split('=')[1] ?? '';
  expect(sessions.some(({ secret_hash }) => secret_hash.toString('utf8').includes(secret))).toBe(false);
  const people = await db.kysely.selectFrom('person').select('password_hash').execute();
  for (const { password_hash } of people)
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('the ledger tells of it by ids only', async () => {
  const events = await db.kysely.selectFrom('ledger').selectAll().execute();
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['person.created', 'grant.given', 'session.started', 'person.disabled']),
  );
  expect(JSON.stringify(events).toLowerCase()).not.toContain('example.org');
});
