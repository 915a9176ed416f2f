import { type UserId, unwrap } from '@comitium/basics';
import type { Role, ScopeReference } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../../platform/database/testing/create-test-database.ts';
import { createTestBed } from '../testing/create-test-bed.ts';
import { seedTerritory } from '../testing/seed-territory.ts';
import { addPerson, signInAs } from '../testing/test-people.ts';

const db = await createTestDatabase();
const bed = await createTestBed(db);
afterAll(bed.close);
const land = await seedTerritory(db);
const system = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;

const root = await addPerson(bed, 'root@example.org', { role: 'platform_administrator' });
await addPerson(bed, 'chief@example.org', {
  role: 'election_administrator',
  scope: { election: 'land-2024' },
});
await addPerson(bed, 'north@example.org', {
  role: 'election_administrator',
  scope: { election: 'land-2024', area: 'L-1' },
});
const reporter = await addPerson(bed, 'reporter@example.org');

interface Wish {
  readonly role: Role;
  readonly scope: ScopeReference;
  readonly endsAt?: string;
}

const give = async (as: string, wish: Wish, person: string = reporter) => {
  const { headers } = await signInAs(bed, as);
  const url = `/api/v1/people/${person}/grants`;
  return bed.server.inject({ method: 'POST', url, headers, payload: wish });
};

test('an administrator of an election gives roles in it, by code or id, and not in another or everywhere', async () => {
  const answer = await give('chief@example.org', {
    role: 'correspondent',
    scope: { election: 'land-2024', area: 'L-1-1' },
  });
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({
    role: 'correspondent',
    scope: { election: land.election, area: land.first },
    scopeName: 'School, land-2024',
    endsAt: null,
  });
  const byId = { role: 'correspondent', scope: { election: land.election, area: land.second } } as const;
  expect((await give('chief@example.org', byId)).statusCode).toBe(201);
  for (const scope of [{ election: 'land-2028' }, {}, { area: land.first }]) {
    expect((await give('chief@example.org', { role: 'correspondent', scope })).statusCode).toBe(403);
  }
});

test('an administrator of an area reaches the stations below it, not the country', async () => {
  const at = (area: string) => ({ role: 'polling_agent', scope: { election: 'land-2024', area } }) as const;
  expect((await give('north@example.org', at('L-1-2'))).statusCode).toBe(201);
  expect((await give('north@example.org', at('L'))).statusCode).toBe(403);
  const wholeElection = { role: 'polling_agent', scope: { election: 'land-2024' } } as const;
  expect((await give('north@example.org', wholeElection)).statusCode).toBe(403);
});

test('privileged roles are decided about by platform administrators only, and by invitation', async () => {
  const scope = { election: 'land-2024' };
  const peer = await give('chief@example.org', { role: 'election_administrator', scope });
  const up = await give('chief@example.org', { role: 'platform_administrator', scope: {} });
  expect([peer.statusCode, up.statusCode]).toEqual([403, 403]);
  const direct = await give('root@example.org', { role: 'election_administrator', scope });
  expect(direct.json()).toMatchObject({ code: 'invitation_required' });
  const bounded = await give('root@example.org', { role: 'platform_administrator', scope });
  expect(bounded.statusCode).toBe(422);
});

test('nobody without the right gives anything, least of all to himself', async () => {
  const self = await addPerson(bed, 'plain@example.org', { role: 'data_admin' });
  for (const role of ['viewer', 'data_admin', 'platform_administrator'] as const) {
    expect((await give('plain@example.org', { role, scope: {} }, self)).statusCode).toBe(403);
  }
});

test('a grant cannot outlive the right it comes from', async () => {
  const endsAt = new Date(bed.time.now.getTime() + 3_600_000);
  const scope = { election: 'land-2028' };
  await addPerson(bed, 'deputy@example.org', { role: 'election_administrator', scope, endsAt });
  const longer = await give('deputy@example.org', { role: 'reviewer', scope });
  expect(longer.json()).toMatchObject({ code: 'forbidden' });
  const within = await give('deputy@example.org', { role: 'reviewer', scope, endsAt: endsAt.toISOString() });
  expect(within.statusCode).toBe(201);
  const past = { role: 'viewer', scope, endsAt: '2020-01-01T00:00:00Z' } as const;
  expect((await give('root@example.org', past)).statusCode).toBe(422);
});

test('the same role at the same scope is held once, also when two give it at the same moment', async () => {
  const wish = { role: 'presenter', scope: { election: 'land-2028' } } as const;
  const both = await Promise.all([give('root@example.org', wish), give('root@example.org', wish)]);
  expect(both.map((answer) => answer.statusCode).toSorted()).toEqual([201, 409]);
});

test('unknown people, elections and areas are told apart', async () => {
  const role = 'viewer';
  const answers = await Promise.all([
    give('root@example.org', { role, scope: {} }, '0190a000-0000-7000-8000-000000000000'),
    give('root@example.org', { role, scope: {} }, "x' or '1'='1"),
    give('root@example.org', { role, scope: { election: "land-2024'; drop table role_grant --" } }),
    give('root@example.org', { role, scope: { election: 'land-2024', area: 'nowhere' } }),
  ]);
  expect(answers.map((answer) => answer.json<{ code: string }>().code)).toEqual([
    'user_not_found',
    'user_not_found',
    'election_not_found',
    'area_not_found',
  ]);
});

test('who may give a role may take it, in the name of the right person only', async () => {
  const wish = {
    personId: reporter,
    role: 'reviewer',
    scope: { election: 'land-2024' },
    endsAt: null,
  } as const;
  const grant = unwrap(await bed.accounts.giveGrant({ ...system, ...wish }));
  const take = async (as: string, person: string) => {
    const { headers } = await signInAs(bed, as);
    const url = `/api/v1/people/${person}/grants/${grant.id}`;
    return (await bed.server.inject({ method: 'DELETE', url, headers })).statusCode;
  };
  expect(await take('north@example.org', reporter)).toBe(403);
  expect(await take('chief@example.org', root)).toBe(404);
  expect(await take('chief@example.org', reporter)).toBe(204);
  expect(await take('chief@example.org', reporter)).toBe(404);
});

test('the last platform administrator stays', async () => {
  const [grant] = await bed.accounts.listGrants({ personIds: [root as UserId] });
  const leave = { ...system, grantId: grant?.id ?? '' };
  expect(await bed.accounts.revokeGrant(leave)).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
  const close = await bed.accounts.disablePerson({ ...system, personId: root });
  expect(close).toMatchObject({ ok: false, error: { code: 'wrong_state' } });
  await addPerson(bed, 'second@example.org', { role: 'platform_administrator' });
  expect((await bed.accounts.revokeGrant(leave)).ok).toBe(true);
});
