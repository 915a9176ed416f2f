import type { AreaId, ElectionId, UserId } from '@comitium/basics';
import { expect, test } from 'vitest';
import { allows, allowsSomewhere, anonymous, type Caller, type GrantedRole } from './allows.ts';

const now = new Date('2024-12-07T18:00:00Z');
const election = 'e1' as ElectionId;
const region = 'r1' as AreaId;
const station = 's1' as AreaId;
const person = (...grants: GrantedRole[]): Caller => ({
  kind: 'person',
  id: 'p1' as UserId,
  name: 'Esi',
  grants,
  expiresAt: new Date('2030-01-01'),
  sessionId: null,
});
const everywhere = { electionId: null, areaId: null, endsAt: null };

test('nobody known holds nothing', () => {
  expect(allows(anonymous, 'sheets.submit', {}, now)).toBe(false);
  expect(allowsSomewhere(anonymous, 'sheets.submit', null, now)).toBe(false);
});

test('a grant at an area reaches the stations below it and no others', () => {
  const caller = person({ ...everywhere, role: 'correspondent', areaId: region });
  expect(allows(caller, 'sheets.submit', { electionId: election, areaPath: [station, region] }, now)).toBe(
    true,
  );
  expect(allows(caller, 'sheets.submit', { electionId: election, areaPath: ['s2' as AreaId] }, now)).toBe(
    false,
  );
  expect(allows(caller, 'sheets.submit', { electionId: election }, now)).toBe(false);
});

test('a grant in one election says nothing about another', () => {
  const caller = person({ ...everywhere, role: 'data_admin', electionId: election });
  expect(allows(caller, 'sheets.correct', { electionId: election, areaPath: [station] }, now)).toBe(true);
  expect(allows(caller, 'sheets.correct', { electionId: 'e2' as ElectionId, areaPath: [station] }, now)).toBe(
    false,
  );
  expect(allowsSomewhere(caller, 'sheets.correct', 'e2' as ElectionId, now)).toBe(false);
});

test('a grant that has ended is gone', () => {
  const caller = person({
    ...everywhere,
    role: 'platform_administrator',
    endsAt: new Date('2024-12-07T17:59:59Z'),
  });
  expect(allows(caller, 'elections.manage', {}, now)).toBe(false);
});

test('a role gives its own permissions only', () => {
  const caller = person({ ...everywhere, role: 'presenter' });
  expect(allows(caller, 'results.present', { electionId: election }, now)).toBe(true);
  expect(allows(caller, 'sheets.verify', { electionId: election }, now)).toBe(false);
});

test('a grant that has not begun gives nothing, and holds from its very first moment', () => {
  const caller = person({ ...everywhere, role: 'presenter', startsAt: now });
  expect(allows(caller, 'results.present', {}, new Date(now.getTime() - 1))).toBe(false);
  expect(allowsSomewhere(caller, 'results.present', null, new Date(now.getTime() - 1))).toBe(false);
  expect(allows(caller, 'results.present', {}, now)).toBe(true);
});

test('a grant bound to one’s own things reaches those and nothing else', () => {
  const caller = person({ ...everywhere, role: 'data_admin', ownerId: 'p1' as UserId });
  expect(allows(caller, 'sheets.correct', { electionId: election, ownerId: 'p1' }, now)).toBe(true);
  expect(allows(caller, 'sheets.correct', { electionId: election, ownerId: 'p2' }, now)).toBe(false);
  expect(allows(caller, 'sheets.correct', { electionId: election }, now)).toBe(false);
});
