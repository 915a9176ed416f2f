// Where a caller manages people, as queries ask it: rows that he may not see are never read.
import { type RawBuilder, sql } from 'kysely';
import {
  type Caller,
  type GrantedRole,
  inForce,
  type PersonCaller,
} from '../../../platform/access/allows.ts';
import { rolePermissions } from '../../../platform/access/permissions.ts';

const managedScopes = (caller: PersonCaller, now: Date): GrantedRole[] =>
  caller.grants.filter(
    (grant) =>
      rolePermissions[grant.role].includes('people.manage') &&
      (grant.ownerId ?? null) === null &&
      inForce(grant, now),
  );

/** Whether the row of `role_grant` or `invitation` under this alias lies within a scope where the caller manages people. */
export const isManaged = (caller: Caller, alias: string, now: Date): RawBuilder<boolean> => {
  if (caller.kind === 'system') return sql<boolean>`true`;
  if (caller.kind === 'anonymous') return sql<boolean>`false`;
  const scopes = managedScopes(caller, now);
  if (scopes.some(({ electionId, areaId }) => electionId === null && areaId === null)) {
    return sql<boolean>`true`;
  }
  const [election, area] = [sql.ref(`${alias}.election_id`), sql.ref(`${alias}.area_id`)];
  return sql<boolean>`exists (
    select from unnest(${scopes.map(({ electionId }) => electionId)}::uuid[],
      ${scopes.map(({ areaId }) => areaId)}::uuid[]) as managed (election_id, area_id)
    where (managed.election_id is null or managed.election_id = ${election})
      and (managed.area_id is null or managed.area_id = ${area} or area_within(${area}, managed.area_id)))`;
};
