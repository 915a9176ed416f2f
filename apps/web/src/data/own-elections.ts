import type { Election, Person, Role } from '@comitium/contract';

/** The elections in which a person holds one of the roles; a role without an election holds in all. Scopes name it by its id. */
export const ownElections = (
  elections: readonly Election[],
  { person, roles }: { readonly person: Pick<Person, 'grants'>; readonly roles: readonly Role[] },
): readonly Election[] => {
  const scopes = person.grants.flatMap(({ role, scope }) =>
    roles.includes(role as Role) ? [scope.election] : [],
  );
  return elections.filter(({ id, code }) =>
    scopes.some((election) => election === undefined || election === id || election === code),
  );
};
