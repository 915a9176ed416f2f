import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { createTestBed, type TestBed } from '../testing/create-test-bed.ts';
import { addPerson, password } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db, { COMITIUM_PUBLIC_URL: 'https://results.example' });
const otherProcess = await createTestBed(db, { COMITIUM_PUBLIC_URL: 'https://results.example' });
afterAll(async () => {
  await bed.close();
  await otherProcess.close();
});
await addPerson(bed, 'esi@example.org');
await addPerson(bed, 'boss@example.org', { role: 'platform_administrator' });
const ours = { origin: 'https://results.example' };
const app = { 'comitium-client': 'app' };

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly token?: string;
  readonly refreshToken?: string;
  /** The refresh token of the cookie that was set. */
  readonly cookie: string | undefined;
}

const post = async (
  at: TestBed,
  path: string,
  { headers = {}, body = {} }: { headers?: Record<string, string>; body?: object } = {},
): Promise<Answer> => {
  const answer = await at.server.inject({
    ...{ method: 'POST', url: `/api/v1${path}`, headers, payload: body },
  });
  const cookie = answer.cookies.find(({ name }) => name === '__Host-comitium_session')?.value;
  return { status: answer.statusCode, ...answer.json<Omit<Answer, 'status' | 'cookie'>>(), cookie };
};

const signIn = (headers: Record<string, string> = ours, email = 'esi@example.org') =>
  post(bed, '/auth/sign-in', { headers, body: { email, password } });
const renew = (secret: string | undefined, at = bed) =>
  post(at, '/auth/token', { headers: { ...ours, cookie: `__Host-comitium_session=${secret}` } });
const renewInBody = (refreshToken: string | undefined) =>
  post(bed, '/auth/token', { body: { refreshToken } });
const later = (ms: number): void => {
  for (const one of [bed, otherProcess]) one.time.now = new Date(one.time.now.getTime() + ms);
};
const me = async (token: string | undefined): Promise<number> =>
  (await bed.server.inject({ url: '/api/v1/auth/me', headers: { authorization: `Bearer ${token}` } }))
    .statusCode;
const reuses = async (): Promise<number> => {
  await bed.platform.trail.flush();
  const rows = await db.kysely
    .selectFrom('audit_refusal')
    .select('times')
    .where('kind', '=', 'token_reused')
    .execute();
  return rows.reduce((sum, { times }) => sum + times, 0);
};

test('each use of a refresh token answers with another one, and both tokens work', async () => {
  const first = await signIn();
  const second = await renew(first.cookie);
  const third = await renew(second.cookie);
  expect(new Set([first.cookie, second.cookie, third.cookie]).size).toBe(3);
  expect([await me(second.token), await me(third.token)]).toEqual([200, 200]);
});

test('a lost answer can be asked for again: the same token comes, for some seconds', async () => {
  const { cookie } = await signIn();
  const lost = await renew(cookie);
  later(9_000);
  const again = await renew(cookie, otherProcess);
  expect([again.status, again.cookie]).toEqual([200, lost.cookie]);
  expect((await renew(again.cookie)).status).toBe(200);
});

test('two renewals at once, also in two processes, are one', async () => {
  const { cookie } = await signIn();
  const answers = await Promise.all([bed, otherProcess, bed, otherProcess].map((at) => renew(cookie, at)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(answers.map((answer) => answer.cookie)).size).toBe(1);
  const current = await db.kysely
    .selectFrom('refresh_token')
    .select('session_id')
    .where('replaced_at', 'is', null)
    .groupBy('session_id')
    .having((is) => is.fn.countAll(), '>', 1)
    .execute();
  expect(current).toEqual([]);
});

test('a token that was used before ends the whole family, and the trail says so', async () => {
  const before = await reuses();
  const { cookie } = await signIn();
  const next = await renew(cookie);
  later(10_001);
  expect(await renew(cookie)).toMatchObject({ status: 401, code: 'session_expired', cookie: undefined });
  expect((await renew(next.cookie)).code).toBe('session_expired');
  expect(await me(next.token)).toBe(401);
  expect(await reuses()).toBe(before + 1);
});

test('within those seconds too, once its successor was used', async () => {
  const { cookie } = await signIn();
  const next = await renew(cookie);
  const third = await renew(next.cookie);
  expect((await renew(cookie)).code).toBe('session_expired');
  expect((await renew(third.cookie)).code).toBe('session_expired');
});

/** Of the backend that waits for a lock of ours. */
const findWaiting = async (): Promise<number> => {
  for (;;) {
    const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db.kysely);
    if (rows[0] !== undefined) return rows[0].pid;
  }
};

test('a connection that dies in the middle of a renewal leaves the old token good', async () => {
  const { cookie } = await signIn();
  let renewing: Promise<Answer> | undefined;
  await db.kysely.transaction().execute(async (tx) => {
    await tx.selectFrom('session').select('id').forUpdate().execute();
    renewing = renew(cookie);
    await sql`select pg_terminate_backend(${await findWaiting()})`.execute(db.kysely);
  });
  await renewing;
  expect((await renew(cookie)).status).toBe(200);
});

test('an app gets its token in the body and no cookie; a page never does', async () => {
  const started = await signIn(app);
  expect(started.cookie).toBeUndefined();
  expect(started.refreshToken).toMatch(/^[\w-]{43}$/);
  const renewed = await renewInBody(started.refreshToken);
  expect([renewed.status, renewed.cookie]).toEqual([200, undefined]);
  expect(renewed.refreshToken).not.toBe(started.refreshToken);
  const page = await signIn({ ...app, ...ours });
  expect([page.refreshToken, typeof page.cookie]).toEqual([undefined, 'string']);
});

test('a token of a cookie is worth nothing in a body, nor the other way round', async () => {
  const [browser, program] = [await signIn(), await signIn(app)];
  expect((await renewInBody(browser.cookie)).code).toBe('session_expired');
  expect((await renew(program.refreshToken)).code).toBe('session_expired');
  expect((await renew(browser.cookie)).status).toBe(200);
});

test('an administrator who was away too long signs in again, others go on', async () => {
  const [boss, esi] = [await signIn(ours, 'boss@example.org'), await signIn()];
  later(3_599_000);
  const still = await renew(boss.cookie);
  expect(still.status).toBe(200);
  later(3_601_000);
  expect((await renew(still.cookie)).code).toBe('session_expired');
  expect((await renew(esi.cookie)).status).toBe(200);
});

test('a job ends what an administrator left open, with its tokens', async () => {
  const [boss, esi] = [await signIn(ours, 'boss@example.org'), await signIn()];
  const ended: string[] = [];
  const stop = bed.accounts.onSessionEnded((id) => ended.push(id));
  const job = bed.accounts.jobs?.find(({ name }) => name === 'sessions.end-idle');
  const context = { db, log: bed.platform.log, signal: new AbortController().signal, attempt: 1 };
  later(3_500_000);
  await job?.run({}, context);
  expect(ended).toEqual([]);
  later(200_000);
  await job?.run({}, context);
  stop();
  expect(ended).toHaveLength(1);
  expect((await renew(boss.cookie)).code).toBe('session_expired');
  expect((await renew(esi.cookie)).status).toBe(200);
});
