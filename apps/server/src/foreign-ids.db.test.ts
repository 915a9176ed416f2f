// Every route whose path names something of a person is asked with somebody else's, and every self-service route is
// given members that would make more of the asker than he is.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { routeRow } from './access-table.ts';
import { createTestDatabase } from './platform/database/testing/create-test-database.ts';
import { routeUrl } from './platform/http/register-routes.ts';
import type { Route } from './platform/http/route.ts';
import { knockOn } from './testing/knock-on-route.ts';
import { openAccessWalk } from './testing/open-access-walk.ts';
import { createVictim } from './testing/victim.ts';

const db = await createTestDatabase();
const dataDir = await mkdtemp(join(tmpdir(), 'comitium-foreign-'));
const walk = await openAccessWalk(db, dataDir);
const { app, base, here, elsewhere } = walk;
const things = await createVictim(walk);
afterAll(async () => {
  await app.stop();
  await rm(dataDir, { recursive: true });
});

/** What paths name that is nobody's own: facts of elections and places, and what only operators reach. */
const nobodys = new Set([
  ...['election', 'register', 'area', 'level', 'race', 'contest', 'choice', 'party', 'transition', 'kind'],
  ...[
    'sheet',
    'conflict',
    'file',
    'hash',
    'from',
    'to',
    'size',
    'index',
    'message',
    'alert',
    'entry',
    'import',
  ],
]);
const namesIn = (route: Route): string[] =>
  [...routeUrl(route).matchAll(/:(\w+)/g)].map(([, name = '']) => name);
const personal = app.routes.filter((route) => namesIn(route).some((name) => name in things));

const managers = new Set(['platform_administrator', 'election_administrator']);
/** Whoever manages people here may do what the routes are for; about one's own things nobody has another's say. */
const strangersTo = (route: Route): [string, Readonly<Record<string, string>>][] => {
  const isOwn = route.path.startsWith('/auth/');
  const inside = [...here].filter(([holder]) => isOwn || !managers.has(holder));
  return [...inside, ...[...elsewhere].map(([role, headers]) => [`${role} elsewhere`, headers] as const)].map(
    ([name, headers]) => [name, headers],
  );
};

/** Everything of the victim that somebody could have changed. */
const victimNow = async () => {
  const rows = async (table: 'role_grant' | 'session' | 'stored_file' | 'passkey', column: string) =>
    db.kysely
      .selectFrom(table)
      .selectAll()
      .where(column as never, '=', things['person'] as never)
      .orderBy('id')
      .execute();
  return {
    person: await db.kysely.selectFrom('person').selectAll().where('name', '=', 'Victim').execute(),
    grants: await rows('role_grant', 'person_id'),
    sessions: await rows('session', 'person_id'),
    passkeys: await rows('passkey', 'person_id'),
    files: await rows('stored_file', 'uploaded_by'),
    invitations: await db.kysely.selectFrom('invitation').selectAll().orderBy('id').execute(),
    approvals: await db.kysely.selectFrom('approval').selectAll().orderBy('id').execute(),
  };
};

test('every name in a path is known as somebody’s or nobody’s', () => {
  const unknown = app.routes.flatMap((route) =>
    namesIn(route)
      .filter((name) => !(name in things) && !nobodys.has(name))
      .map((name) => `${route.path}: whose is :${name}?`),
  );
  expect(unknown).toEqual([]);
  expect(personal.length).toBeGreaterThan(12);
});

test('nobody reaches what is another person’s by its id', async () => {
  const before = await victimNow();
  const reached: string[] = [];
  let asked = 0;
  for (const route of personal) {
    for (const [name, headers] of strangersTo(route)) {
      const { status } = await knockOn(route, { base, headers, known: things });
      asked++;
      if (![401, 403, 404].includes(status)) reached.push(`${routeRow(route).place} · ${name}: ${status}`);
    }
  }
  expect(reached).toEqual([]);
  expect(asked).toBeGreaterThan(150);
  expect(await victimNow()).toEqual(before);
});

test('what is one person’s is not found under another’s name, whoever asks', async () => {
  const before = await victimNow();
  const headers = here.get('platform_administrator') ?? {};
  const me = (await (await fetch(`${base}/api/v1/auth/me`, { headers })).json()) as { id: string };
  const under = personal.filter((route) => {
    const names = namesIn(route);
    return names.includes('person') && names.length > 1;
  });
  const found: string[] = [];
  for (const route of under) {
    const { status } = await knockOn(route, { base, headers, known: { ...things, person: me.id } });
    if (status !== 404) found.push(`${routeRow(route).place}: ${status}`);
  }
  expect(found).toEqual([]);
  expect(under.length).toBeGreaterThan(2);
  expect(await victimNow()).toEqual(before);
});

test('the owner and whoever manages him do reach it: the refusals above are not for everybody', async () => {
  const { person = '', session = '' } = things;
  const ask = async (path: string) =>
    (await fetch(`${base}/api/v1${path}`, { headers: here.get('platform_administrator') ?? {} })).status;
  expect(await ask(`/people/${person}`)).toBe(200);
  expect(await ask(`/people/${person}/grants`)).toBe(200);
  const sessions = await fetch(`${base}/api/v1/people/${person}/sessions`, {
    headers: here.get('platform_administrator') ?? {},
  });
  expect(await sessions.json()).toMatchObject({ items: [{ id: session }] });
});

const privileges: Readonly<Record<string, unknown>> = {
  role: 'platform_administrator',
  roles: ['platform_administrator'],
  grants: [{ role: 'platform_administrator', scope: {} }],
  permissions: ['people.manage'],
  admin: true,
  disabled: false,
  verified: true,
  createdBy: things['person'],
  personId: things['person'],
};

test('no self-service route takes a member that gives a right', async () => {
  const rightsNow = async () => db.kysely.selectFrom('role_grant').selectAll().orderBy('id').execute();
  const before = await rightsNow();
  const headers = here.get('viewer') ?? {};
  const taken: string[] = [];
  let asked = 0;
  const selfService = app.routes.filter(
    ({ access, method, streamed, path }) =>
      access.kind !== 'permission' && method !== 'GET' && !streamed && path !== '/auth/sign-out',
  );
  for (const route of selfService) {
    // Without a body there is nothing to read a member from; what it does then is another test's.
    const { properties = {} } = (route.body ?? {}) as { properties?: object };
    for (const [member, value] of route.body === undefined ? [] : Object.entries(privileges)) {
      if (member in properties) continue;
      const answer = await knockOn(route, { base, headers, more: { [member]: value } });
      const text = await answer.text();
      asked++;
      const named = answer.status === 400 && text.includes('"invalid_request"') && text.includes(member);
      if (!named) taken.push(`${routeRow(route).place} with ${member}: ${answer.status} ${text}`);
    }
  }
  expect(taken).toEqual([]);
  expect(asked).toBeGreaterThan(80);
  expect(await rightsNow()).toEqual(before);
});
