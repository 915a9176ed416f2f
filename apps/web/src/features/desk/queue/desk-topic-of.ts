import type { Grant, Role } from '@comitium/contract';

/** Who works at a desk; the server decides, this only asks for the desk that it will show. */
const deskRoles: readonly Role[] = [
  'reviewer',
  'data_admin',
  'election_administrator',
  'platform_administrator',
];

/** The desk of the whole election where one of the roles reaches that far, else that of the first area with one. */
export const deskTopicOf = (election: string, grants: readonly Grant[]): string => {
  const held = grants
    .filter(({ role, scope }) => deskRoles.includes(role) && (scope.election ?? election) === election)
    .map(({ scope }) => scope.area);
  const area = held.find((one) => one !== undefined);
  return area === undefined || held.includes(undefined) ? `desk:${election}` : `desk:${election}:${area}`;
};
