import type { Role } from '@comitium/contract';

/** Who works at the desk of an election. */
export const deskRoles: readonly Role[] = [
  'data_admin',
  'reviewer',
  'election_administrator',
  'platform_administrator',
];
