import type { AreaId, ElectionId, UserId } from '@comitium/basics';
import { type Role, roles } from '@comitium/contract';
import { expect, test } from 'vitest';
import { anonymous, type Caller, type GrantedRole } from '../../../platform/access/allows.ts';
import { rolePermissions } from '../../../platform/access/permissions.ts';
import { mayGive } from './grant-rules.ts';
import type { ResolvedScope } from './scope-directory.ts';

const now = new Date('2024-12-07T18:00:00Z');
const electionId = 'e1' as ElectionId;
const region = 'r1' as AreaId;
const station = 's1' as AreaId;
const everywhere: ResolvedScope = { electionId: null, areaId: null, areaPath: [], own: false };
const inElection: ResolvedScope = { ...everywhere, electionId };
const atStation: ResolvedScope = { electionId, areaId: station, areaPath: [station, region], own: false };

const holder = (...grants: Partial<GrantedRole>[]): Caller => ({
  kind: 'person',
  id: 'p1' as UserId,
  name: 'Esi',
  grants: grants.map((grant) => ({ role: 'viewer', electionId: null, areaId: null, endsAt: null, ...grant })),
  expiresAt: new Date('2030-01-01'),
  sessionId: null,
});
const gives = (caller: Caller, role: Role, scope: ResolvedScope): boolean =>
  mayGive(caller, { role, scope, startsAt: now, endsAt: null, holderId: 'p2' }, now).ok;

test('whoever gives a role holds each of its permissions there: checked for every pair of roles', () => {
  for (const own of roles) {
    for (const given of roles) {
      if (!gives(holder({ role: own }), given, everywhere)) continue;
      for (const permission of rolePermissions[given]) {
        expect([own, given, rolePermissions[own].includes(permission)]).toEqual([own, given, true]);
      }
      expect(rolePermissions[own]).toContain('people.manage');
    }
  }
});

test('a platform administrator gives every role; the program itself too; nobody known gives none', () => {
  const root = holder({ role: 'platform_administrator' });
  for (const role of roles) {
    expect(gives(root, role, everywhere)).toBe(true);
    expect(gives({ kind: 'system', name: 'command line' }, role, everywhere)).toBe(true);
    expect(gives(anonymous, role, everywhere)).toBe(false);
  }
});

test('a grant reaches down and never up', () => {
  const chief = holder({ role: 'election_administrator', electionId });
  const local = holder({ role: 'election_administrator', electionId, areaId: region });
  expect([gives(chief, 'correspondent', inElection), gives(chief, 'correspondent', atStation)]).toEqual([
    true,
    true,
  ]);
  expect([gives(local, 'correspondent', inElection), gives(local, 'correspondent', atStation)]).toEqual([
    false,
    true,
  ]);
  expect(gives(chief, 'correspondent', everywhere)).toBe(false);
});

test('two rights at different scopes do not add up to a third', () => {
  const mixed = holder(
    { role: 'election_administrator', electionId: 'e2' as ElectionId },
    { role: 'data_admin', electionId },
  );
  expect(gives(mixed, 'correspondent', inElection)).toBe(false);
});

test('a platform administrator bound to an election would be none, and decides about none', () => {
  const bound = holder({ role: 'platform_administrator', electionId });
  expect(gives(bound, 'election_administrator', inElection)).toBe(false);
  expect(gives(bound, 'correspondent', inElection)).toBe(true);
});

test('an end that has passed, or one after the giver’s own, is refused', () => {
  const endsAt = new Date('2024-12-08T00:00:00Z');
  const deputy = holder({ role: 'election_administrator', electionId, endsAt });
  const until = (end: Date | null) =>
    mayGive(deputy, { role: 'reviewer', scope: inElection, startsAt: now, endsAt: end, holderId: 'p2' }, now)
      .ok;
  expect(until(endsAt)).toBe(true);
  expect(until(new Date(endsAt.getTime() + 1))).toBe(false);
  expect(until(null)).toBe(false);
  expect(until(now)).toBe(false);
});
