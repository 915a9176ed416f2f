import type { Election, Grant, Role } from '@comitium/contract';

/** Who works at a desk; the server decides, this only asks for the desk that it will show. */
const deskRoles: readonly Role[] = [
  'reviewer',
  'data_admin',
  'election_administrator',
  'platform_administrator',
];

/** A connection watches 64 topics at most and is closed beyond; the page watches more than the desk. */
const mostWatched = 48;

/** The desk of the whole election where one of the roles reaches that far, else those of all areas with one. Scopes name it by its id. */
export const deskTopicsOf = (
  { code, id }: Pick<Election, 'code' | 'id'>,
  grants: readonly Grant[],
): readonly string[] => {
  const held = grants
    .filter(({ role, scope }) => deskRoles.includes(role) && [undefined, id, code].includes(scope.election))
    .map(({ scope }) => scope.area);
  const areas = [...new Set(held)].filter((area) => area !== undefined);
  if (areas.length === 0 || held.includes(undefined)) return [`desk:${code}`];
  return areas.slice(0, mostWatched).map((area) => `desk:${code}:${area}`);
};
