import type { Grant, Role } from '@comitium/contract';

/** Who works at a desk; the server decides, this only asks for the desk that it will show. */
const deskRoles: readonly Role[] = [
  'reviewer',
  'data_admin',
  'election_administrator',
  'platform_administrator',
];

/** A connection watches 64 topics at most and is closed beyond; the page watches more than the desk. */
const mostWatched = 48;

/** The desk of the whole election where one of the roles reaches that far, else those of all areas with one. */
export const deskTopicsOf = (election: string, grants: readonly Grant[]): readonly string[] => {
  const held = grants
    .filter(({ role, scope }) => deskRoles.includes(role) && (scope.election ?? election) === election)
    .map(({ scope }) => scope.area);
  const areas = [...new Set(held)].filter((area) => area !== undefined);
  if (areas.length === 0 || held.includes(undefined)) return [`desk:${election}`];
  return areas.slice(0, mostWatched).map((area) => `desk:${election}:${area}`);
};
