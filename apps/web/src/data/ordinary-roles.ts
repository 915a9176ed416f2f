import type { Role } from '@comitium/contract';

/** Roles that an administrator gives to anybody; administrators themselves are invited. */
export const ordinaryRoles = [
  'viewer',
  'presenter',
  'correspondent',
  'polling_agent',
  'data_admin',
  'reviewer',
] as const satisfies readonly Role[];
