import type { Person, Role } from '@comitium/contract';
import { expect, it } from 'vitest';
import { possibleActions } from './sheet-action.ts';

const person = (role: Role): Person => ({
  id: 'p',
  email: 'p@example.org',
  phone: null,
  name: 'P',
  disabled: false,
  grants: [{ id: 'g', role, scope: {}, scopeName: '', startsAt: '', endsAt: null }],
});

it('offers what the status and the role allow', () => {
  expect(possibleActions('held', person('data_admin'))).toEqual(['release', 'correct', 'reject']);
  expect(possibleActions('held', person('reviewer'))).toEqual(['release', 'reject']);
  expect(possibleActions('accepted', person('reviewer'))).toEqual(['verify', 'reject']);
  expect(possibleActions('accepted', person('election_administrator'))).toEqual([
    'verify',
    'correct',
    'reject',
  ]);
});

it('offers nothing for sheets that are closed, nor to others', () => {
  expect(possibleActions('certified', person('election_administrator'))).toEqual([]);
  expect(possibleActions('rejected', person('data_admin'))).toEqual([]);
  expect(possibleActions('held', person('correspondent'))).toEqual([]);
  expect(possibleActions('held', null)).toEqual([]);
});
