import { unwrap } from '@comitium/basics';
import type { Person } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createDemoPeople } from '../index.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { seedTerritory } from '../testing/seed-territory.ts';
import { addPerson, password, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(bed.close);
const land = await seedTerritory(db);
await addPerson(bed, 'root@example.org', { role: 'platform_administrator' });
const system = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;
const here = { election: 'land-2024' };
await addPerson(bed, 'chief@example.org', { role: 'election_administrator', scope: here });
const reporter = await addPerson(bed, 'reporter@example.org', { role: 'correspondent', scope: here });
const stranger = await addPerson(bed, 'stranger@example.org', {
  role: 'correspondent',
  scope: { election: 'land-2028' },
});

const ask = async (as: string, path: string) => {
  const { headers } = await signInAs(bed, as);
  return bed.server.inject({ url: `/api/v1${path}`, headers });
};
const namesOf = async (as: string, query = '') =>
  (await ask(as, `/people${query}`)).json<{ items: Person[] }>().items.map(({ name }) => name);

test('whoever manages an election sees its people and those he made, and nobody else', async () => {
  const { headers } = await signInAs(bed, 'chief@example.org');
  const payload = { email: 'new@example.org', name: 'Ama', password };
  const made = await bed.server.inject({ method: 'POST', url: '/api/v1/people', headers, payload });
  expect(made.statusCode).toBe(201);
  expect(made.json()).toMatchObject({ email: 'n•••@example.org', phone: null, name: 'Ama', grants: [] });
  expect((await namesOf('chief@example.org')).toSorted()).toEqual([
    'Ama',
    'chief@example.org',
    'reporter@example.org',
  ]);
  expect(await namesOf('root@example.org')).toHaveLength(5);
  expect((await ask('reporter@example.org', '/people')).statusCode).toBe(403);
  expect((await ask('chief@example.org', `/people/${stranger}`)).json()).toMatchObject({
    code: 'user_not_found',
  });
});

test('of a person’s roles one sees those within one’s reach, and of oneself all', async () => {
  const both = await addPerson(
    bed,
    'both@example.org',
    { role: 'presenter', scope: here },
    { role: 'reviewer', scope: { election: 'land-2028' } },
  );
  const seenBy = async (as: string) => {
    const person = (await ask(as, `/people/${both}`)).json<Person>();
    const records = (await ask(as, `/people/${both}/grants`)).json<{ items: { role: string }[] }>();
    return [person.grants, records.items].map((grants) => grants.map(({ role }) => role).toSorted());
  };
  expect(await seenBy('chief@example.org')).toEqual([['presenter'], ['presenter']]);
  const all = ['presenter', 'reviewer'];
  expect(await seenBy('root@example.org')).toEqual([all, all]);
  expect(await seenBy('both@example.org')).toEqual([all, all]);
  unwrap(await bed.accounts.disablePerson({ ...system, personId: both }));
});

test('anybody sees himself and no other person by id', async () => {
  expect((await ask('reporter@example.org', `/people/${reporter}`)).statusCode).toBe(200);
  for (const id of [stranger, 'x', "' or true --"]) {
    expect((await ask('reporter@example.org', `/people/${encodeURIComponent(id)}`)).statusCode).toBe(404);
  }
});

test('the list comes in pages and can be searched, where signs of SQL patterns mean themselves', async () => {
  const first = (await ask('root@example.org', '/people?limit=2')).json<{
    items: Person[];
    nextCursor: string;
  }>();
  const second = (await ask('root@example.org', `/people?limit=2&cursor=${first.nextCursor}`)).json<{
    items: Person[];
  }>();
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(4);
  expect(await namesOf('root@example.org', '?q=report')).toEqual(['reporter@example.org']);
  expect(await namesOf('root@example.org', '?q=%25')).toEqual([]);
  const { headers } = await signInAs(bed, 'root@example.org');
  const payload = { q: 'reporter@example.org' };
  const found = await bed.server.inject({ method: 'POST', url: '/api/v1/people/search', headers, payload });
  expect(found.json<{ items: Person[] }>().items.map(({ email }) => email)).toEqual(['r•••@example.org']);
  expect((await ask('root@example.org', '/people?cursor=x')).json()).toMatchObject({
    code: 'cursor_invalid',
  });
});

test('one account for an e-mail, whatever its case', async () => {
  const { headers } = await signInAs(bed, 'root@example.org');
  const create = (email: string, name = 'A') =>
    bed.server.inject({
      method: 'POST',
      url: '/api/v1/people',
      headers,
      payload: { email, name, password },
    });
  expect((await create('ROOT@EXAMPLE.ORG')).json()).toMatchObject({ code: 'email_taken' });
  const twins = await Promise.all([create('twin@example.org'), create('Twin@example.org')]);
  expect(twins.map((answer) => answer.statusCode).toSorted()).toEqual([201, 409]);
  expect((await create('a\u0007@b')).statusCode).toBe(422);
  expect((await create('a@b', 'x\u0007')).statusCode).toBe(422);
});

test('closing an account needs the right everywhere', async () => {
  const close = async (as: string) => {
    const { headers } = await signInAs(bed, as);
    const url = `/api/v1/people/${stranger}/disable`;
    return (await bed.server.inject({ method: 'POST', url, headers })).statusCode;
  };
  expect(await close('chief@example.org')).toBe(403);
  expect(await close('root@example.org')).toBe(204);
  expect(await close('root@example.org')).toBe(204);
});

test('the people of a demonstration sign in with one password and hold their grants', async () => {
  const people = Array.from({ length: 300 }, (_, index) => ({
    email: `demo-${index}@example.org`,
    name: `Demo ${index}`,
    grants: [{ role: 'correspondent', electionId: land.election, areaId: land.first } as const],
  }));
  const demo = { password: 'demo phrase 2024', now: bed.time.now };
  const ids = await inTransaction(db, (tx) =>
    createDemoPeople(tx, people, { ...demo, keys: bed.platform.keys }),
  );
  const caller = unwrap(await bed.accounts.callerOfPerson(ids[299] ?? ''));
  expect(caller).toMatchObject({
    name: 'Demo 299',
    grants: [{ role: 'correspondent', electionId: land.election, areaId: land.first }],
  });
  const answer = await bed.server.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    payload: { email: 'demo-299@example.org', password: demo.password },
  });
  expect(answer.statusCode).toBe(200);
});
