// A whole run of the program, as people use it, and then a search for every personal value and secret that it used: in
// everything both processes logged, and in every table. Names stand in the table of people and nowhere else.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unwrap } from '@comitium/basics';
import type { Mailbox } from '@comitium/contract';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { buildApp } from './build-app.ts';
import { createKeyRing } from './platform/crypto/key-ring.ts';
import { createTestDatabase } from './platform/database/testing/create-test-database.ts';
import { createTestPlatform } from './platform/testing/create-test-platform.ts';
import { spawnProgram } from './testing/spawn-program.ts';

const db = await createTestDatabase({ asOwner: true });
const dataDir = mkdtempSync(join(tmpdir(), 'comitium-personal-'));
const key = randomBytes(32);
const settings = {
  DATABASE_URL: db.connectionString,
  COMITIUM_DATA_DIR: dataDir,
  COMITIUM_DATA_KEYS: `run:${key.toString('base64')}`,
  COMITIUM_LOG_LEVEL: 'trace',
  COMITIUM_CODE_RESEND_SECONDS: '0',
  PORT: '0',
};
const server = spawnProgram('serve', settings);
const worker = spawnProgram('work', settings);
afterAll(async () => {
  await Promise.all([server.stop(), worker.stop()]);
  rmSync(dataDir, { recursive: true });
});
const [, base = ''] = await server.printed(/serves (http:\S+)/);

const phones = ['+995599400001', '+995599400002', '+233244123456'];
const emails = ['ama.mensah@example.org', 'ama.new@example.net', 'root.admin@example.com'];
const passwords = ['walnut over the lintel', 'seven herons at dusk', 'a guess that is wrong'];
const names = ['Amavi Mensahdottir', 'Ketevani Exempli'];
const secrets = new Set<string>();

type Answer = Record<string, string> & {
  readonly newCode?: { readonly challenge: string };
  readonly oldCode?: { readonly challenge: string };
};

const post = async (
  path: string,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'walk/1', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  for (const cookie of answer.headers.getSetCookie())
    secrets.add(/=([^;]{8,})/.exec(cookie)?.[1] ?? 'no cookie');
  const text = await answer.text();
  const read = (text === '' ? {} : JSON.parse(text)) as Answer;
  if (read['token'] !== undefined) secrets.add(read['token']);
  return read;
};

/** Waits until the worker has delivered so many messages to somebody, and answers the last one's secret. */
const secretOf = async (to: string, count = 1): Promise<string> => {
  for (;;) {
    const answer = await fetch(`${base}/api/v1/dev/mailbox`);
    const items = ((await answer.json()) as Mailbox).items.filter((item) => item.to === to);
    const text = items[0]?.text ?? '';
    const secret = /#token=([\w.-]+)/.exec(text)?.[1] ?? /\b\d{6}\b/.exec(text)?.[0];
    if (items.length >= count && secret !== undefined) {
      secrets.add(secret);
      return secret;
    }
    await delay(50);
  }
};

const bearer = ({ token = '' }: Answer) => ({ authorization: `Bearer ${token}` });

const joinByPhone = async (phone = '', name = ''): Promise<Answer> => {
  const { challenge } = await post('/auth/phone/code', { phone });
  await post('/auth/phone/sign-in', { challenge, code: '000000', name });
  return post('/auth/phone/sign-in', { challenge, code: await secretOf(phone), name });
};

const joinByEmail = async (email = '', password = ''): Promise<Answer> => {
  await post('/auth/sign-up', { email, password, name: names[1], language: 'ka' });
  const token = await secretOf(email);
  await post('/auth/sign-up/confirm', { token, password: passwords[2] });
  return post('/auth/sign-up/confirm', { token, password });
};

const walkAccount = async (): Promise<void> => {
  const byPhone = bearer(await joinByPhone(phones[0], names[0]));
  await post('/auth/me/email', { email: emails[0] }, byPhone);
  await post('/auth/change/confirm', { token: await secretOf(emails[0] ?? '') });
  await post('/auth/password/forgot', { email: emails[0] });
  await post('/auth/password/reset', { token: await secretOf(emails[0] ?? '', 2), password: passwords[0] });
  const signedIn = bearer(await post('/auth/sign-in', { email: emails[0], password: passwords[0] }));
  await post('/auth/sign-in', { email: emails[0], password: passwords[2] });
  const { newCode, oldCode } = await post('/auth/me/phone', { phone: phones[1] }, signedIn);
  const confirm = async (challenge: string | undefined, phone: string, count: number): Promise<Answer> =>
    post('/auth/me/phone/confirm', { challenge, code: await secretOf(phone, count) }, signedIn);
  await confirm(newCode?.challenge, phones[1] ?? '', 1);
  await confirm(oldCode?.challenge, phones[0] ?? '', 2);
  const exported = await fetch(`${base}/api/v1/auth/me/export`, { headers: signedIn });
  // The walk is of no worth where a step failed: this is the account after all of them.
  expect(await exported.json()).toMatchObject({
    identities: [
      { kind: 'email', value: emails[0], verified: true },
      { kind: 'phone', value: phones[1], verified: true },
    ],
  });
};

const administrate = async (): Promise<void> => {
  const keys = createKeyRing([{ id: 'run', key }]);
  const { accounts } = await buildApp(createTestPlatform(db, { keys }), {});
  const origin = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;
  const [, , email = ''] = emails;
  const personId = unwrap(
    await accounts.createPerson({ ...origin, email, name: 'Root', password: passwords[0] ?? '' }),
  );
  const role = 'platform_administrator';
  unwrap(await accounts.giveGrant({ ...origin, personId, role, scope: {}, endsAt: null }));
  const admin = bearer(await post('/auth/sign-in', { email, password: passwords[0] }));
  await post(
    '/people',
    { phone: phones[2], email: emails[1], name: names[0], password: passwords[1] },
    admin,
  );
  for (const q of [phones[2] ?? '', emails[1] ?? '']) {
    const found = await fetch(`${base}/api/v1/people?${new URLSearchParams({ q })}`, { headers: admin });
    const people = await found.text();
    expect(people).toContain('+233 2•• ••• 56');
    expect(people).not.toContain(q);
  }
};

const misbehave = async (): Promise<void> => {
  await post('/auth/phone/code', `{"phone": "${phones[0]}", broken`);
  await post('/auth/phone/code', { phone: phones[0], email: emails[0] });
  await post(`/auth/nothing/${emails[0]}`, {});
  await post('/auth/password/reset', { token: `${phones[0]}.${emails[0]}`, password: passwords[1] });
  await fetch(`${base}/api/v1/people/${encodeURIComponent(emails[0] ?? '')}?q=${emails[1]}`);
};

const everyTable = async (): Promise<Map<string, string>> => {
  const { rows: tables } = await sql<{ place: string }>`
    select format('%I.%I', table_schema, table_name) as place from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`.execute(db.kysely);
  const texts = new Map<string, string>();
  for (const { place } of tables) {
    const { rows } = await sql<{ text: string }>`
      select to_jsonb(row)::text as text from ${sql.raw(place)} as row`.execute(db.kysely);
    texts.set(place, rows.map(({ text }) => text).join('\n'));
  }
  return texts;
};

/** As it is or as the bytes of a column. Six digits count only where they stand alone: times and ids are full of digits. */
const holds = (text: string, value: string): boolean =>
  /^\d{6}$/.test(value)
    ? new RegExp(`(?<![\\w.-])${value}(?![\\w-])`).test(text)
    : text.includes(value) || text.includes(Buffer.from(value).toString('hex'));

test('no log and no table shows who somebody is, nor what lets somebody in', {
  timeout: 120_000,
}, async () => {
  await walkAccount();
  await joinByEmail('ketevani@example.org', passwords[1]);
  await administrate();
  await misbehave();
  const byEmail = bearer(
    await post('/auth/sign-in', { email: 'ketevani@example.org', password: passwords[1] }),
  );
  expect(await post('/auth/me/delete', { password: passwords[1] }, byEmail)).toEqual({});
  // The refusals of the last moment are written when the program ends.
  await Promise.all([server.stop(), worker.stop()]);

  const texts = await everyTable();
  texts.set('log of the server', server.output());
  texts.set('log of the worker', worker.output());
  expect(texts.get('log of the worker')).toMatch(/message/);
  for (const place of ['public.ledger', 'public.audit_refusal', 'public.identity', 'public.challenge']) {
    expect([place, texts.get(place)?.length ?? 0]).not.toEqual([place, 0]);
  }
  const people = texts.get('public.person') ?? '';
  expect(people).toContain(names[0]);
  // Of the erased account, not even the name.
  expect(people).not.toContain(names[1]);
  texts.set('public.person', people.replaceAll(names[0] ?? '', ''));

  const national = phones.map((phone) => phone.slice(4));
  const values = [...phones, ...national, ...emails, 'ketevani@', ...passwords, ...names, ...secrets];
  expect(secrets.size).toBeGreaterThan(12);
  const found = [...texts].flatMap(([place, text]) =>
    values.filter((value) => holds(text, value)).map((value) => `${place}: ${value}`),
  );
  expect(found).toEqual([]);
});
