import type { Election, Grant } from '@comitium/contract';
import { expect, it } from 'vitest';
import { ownElections } from './own-elections.ts';

const elections = ['a', 'b'].map((code) => ({ id: `id-${code}`, code })) as Election[];
const grant = (role: string, election?: string) =>
  ({ role, scope: election === undefined ? {} : { election: `id-${election}` } }) as Grant;
const own = (...grants: Grant[]) =>
  ownElections(elections, { person: { grants }, roles: ['reviewer', 'data_admin'] }).map(({ code }) => code);

it('names the elections of the roles, all where a role holds everywhere', () => {
  expect(own(grant('reviewer', 'b'))).toEqual(['b']);
  expect(own(grant('reviewer', 'b'), grant('data_admin', 'a'))).toEqual(['a', 'b']);
  expect(own(grant('data_admin'))).toEqual(['a', 'b']);
});

it('looks at no other role', () => {
  expect(own(grant('viewer'), grant('correspondent', 'a'))).toEqual([]);
});
